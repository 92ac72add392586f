"""What is asked of the register: a concept a module, its longer selects beside it."""
