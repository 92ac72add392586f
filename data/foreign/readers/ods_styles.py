"""The styles of an .ods: hidden sheets, and dates that are shown without their day."""

from lxml import etree


class OdsStyles:
    """What the styles say, as they pass by: ``hidden_tables`` and ``months`` are names of styles."""

    NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
    NUMBER = "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
    TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"

    def __init__(self) -> None:
        self.hidden_tables: set[str] = set()
        self.months: set[str] = set()
        self._formats: set[str] = set()

    def take(self, element: etree._Element) -> None:
        """A style, or a format of dates; formats come before the styles that use them."""
        name = str(element.get(f"{{{self.NAMESPACE}}}name"))
        if etree.QName(element).localname == "date-style":
            shows = {etree.QName(part).localname for part in element}
            if shows & {"month", "year"} and not shows & {"day", "hours", "minutes", "seconds"}:
                self._formats.add(name)
            return
        if element.get(f"{{{self.NAMESPACE}}}data-style-name") in self._formats:
            self.months.add(name)
        properties = element.find(f"{{{self.NAMESPACE}}}table-properties")
        if properties is not None and properties.get(f"{{{self.TABLE}}}display") == "false":
            self.hidden_tables.add(name)
