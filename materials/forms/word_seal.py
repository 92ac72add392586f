"""The seal is kept in the properties of a Word document, where no program shows or prints it and each keeps
it.
"""

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from materials.forms.layout import SEAL_PART_LETTERS, SEAL_PROPERTIES, SEAL_PROPERTY

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
GIVEN_BY_PERSON = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The kind of property that a person may give a document, as the format names it."""


def keep_seal(document: WordDocument, stamp: str) -> None:
    """Write the stamp into the document's properties, in parts as long as a property may be."""
    root = etree.Element(f"{{{PROPERTIES}}}Properties", nsmap={None: PROPERTIES, "vt": VALUES})
    for number, start in enumerate(range(0, len(stamp), SEAL_PART_LETTERS), start=1):
        names = {"fmtid": GIVEN_BY_PERSON, "pid": str(number + 1), "name": f"{SEAL_PROPERTY} {number}"}
        entry = etree.SubElement(root, f"{{{PROPERTIES}}}property", names)
        etree.SubElement(entry, f"{{{VALUES}}}lpwstr").text = stamp[start : start + SEAL_PART_LETTERS]
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    assert package is not None
    part = Part(PackURI(f"/{SEAL_PROPERTIES}"), CONTENT_TYPE, content, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
