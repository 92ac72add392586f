from evaluation.principles.definition import Indicator, Principle

_I = [("frame_published", 1, "share", "share", True), ("input_effect", 2, "share", "share", True), ("before_proposal", 3, "share", "share", True), ("window_days", 4, "share", "share", True), ("decision_days", 4, "median", "days", False), ("groups", 5, "median", "groups", True)]
INDICATORS = {i: Indicator(i, p, i, "q?", "num.", "den.", "unk.", m, u, a, "src") for i, p, m, u, a in _I}
PRINCIPLES = {n: Principle(n, str(n), "question?", "explanation", (), {s: f"descr {s}" for s in range(1, 6)}, (), tuple(i for i in INDICATORS.values() if i.principle == n)) for n in range(1, 6)}
PROPORTIONALITY = PRINCIPLES[1]
