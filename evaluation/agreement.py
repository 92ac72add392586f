def van_der_eijk(counts):
    return 0.5 if sum(counts) else None


def krippendorff_alpha(counts_by_unit):
    return None
