"""The forms of a round: one for each body, in Word and in Excel, sent out and read back."""
