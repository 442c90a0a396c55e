//! Files made to harm: each is told in one finding, in bounded memory and time.
