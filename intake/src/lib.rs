//! Strangers' bytes become rows and findings
