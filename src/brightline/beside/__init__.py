"""What comes beside a message: papers, profiles, earlier payments, passports and pairs, read strictly."""
