"""Files as people make them, to cells in the one form that the register keeps."""
