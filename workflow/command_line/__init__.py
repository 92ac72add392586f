"""What the commands do to the register: on the file itself, or through the dashboard that has it open."""
