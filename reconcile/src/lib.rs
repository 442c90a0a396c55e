//! Money, periods, claims, rules, and the comparison of what was due, declared and received. Pure
