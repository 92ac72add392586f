RATINGS = {5: "To a very high degree", 4: "To a high degree", 3: "To some degree", 2: "To a lesser degree", 1: "Not at all"}
NOT_ASSESSABLE = "Cannot be judged"
VERDICTS = {"followed": "Followed", "partly": "Partly followed", "not_followed": "Not followed", "contested": "Contested", "insufficient": "Insufficient basis"}
BASES = {"strong": "Strong", "fair": "Fair", "thin": "Thin"}
LEVELS = {"committee": "Committees", "centre": "Centres"}
NORM_LABELS = {}
