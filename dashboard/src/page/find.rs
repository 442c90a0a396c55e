//! From a code that someone typed to its page.

use super::{Asked, Reply};
use crate::address::{Address, Page};
use crate::code::{Reading, read};
use crate::problem::Problem;

/// Leads to the page of the code. Its first letter says what it is: G a gap, C a claim, any other a comparison.
pub fn answer(address: &Address, asked: &Asked) -> Result<Reply, Problem> {
    match read(asked.code.as_deref().unwrap_or_default()) {
        Reading::Fits(code) => {
            let page = match code.as_bytes() {
                [b'G', ..] => Page::Gap(code),
                [b'C', ..] => Page::Claim(code),
                _ => Page::Comparison(code),
            };
            Ok(Reply::Elsewhere(address.reading.path(&page)))
        }
        Reading::Misread | Reading::NoCode => Err(Problem::MisreadCode),
    }
}
