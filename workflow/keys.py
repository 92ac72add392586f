"""Keys made of names, for who registers something on the screen."""

from data.keys import free_key as free_key
