"""Pictures and documents: findings become charts, slides, case, annex and workbook."""
