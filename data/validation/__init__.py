"""What a row must hold to before it is taken in: each rule marks the rows that break it, and says why."""
