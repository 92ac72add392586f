"""What tests are made with: registers, random records, the independent reckoning, screens and visitors."""
