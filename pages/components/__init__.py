"""Pieces that several pages draw: a chart with its downloads, a verdict, an assessment in words."""
