"""Screens: a folder a menu group, a flat script a page."""
