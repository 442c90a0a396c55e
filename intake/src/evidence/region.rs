//! A place in a document: a page, and a rectangle on it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::Extent;
use crate::finding::{Code, Findings, Spot};

/// A rectangle on a page, by its left upper and its right lower corner, as the page is shown.
///
/// A corner is in ten thousandths of the page's width and height, so a place holds for every size of print and screen, and no
/// float is needed. A picture is a document of one page.
///
/// ```
/// use intake::Region;
///
/// let region: Region = "3:0.125,0.2,0.875,0.25".parse().expect("a place");
/// assert_eq!((region.page(), region.corners()), (3, [1250, 2000, 8750, 2500]));
/// assert_eq!(region.to_string(), "3:0.1250,0.2000,0.8750,0.2500");
/// assert_eq!("7".parse(), Ok(Region::page_of(7).expect("a page")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    page: u32,
    corners: [u16; 4],
}

/// The width and the height of every page.
const WHOLE: u16 = 10_000;

/// Why a text or numbers are no place in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionError {
    /// Not a page, or a page and four fractions of it.
    Shape,
    /// A rectangle that is empty or reaches beyond the page.
    Outside,
    /// A page that the document does not have.
    Page,
}

impl Region {
    /// A rectangle of a page, which is counted from 1, in ten thousandths: left, top, right, bottom.
    pub fn new(page: u32, corners: [u16; 4]) -> Result<Region, RegionError> {
        let [left, top, right, bottom] = corners;
        if page == 0 {
            return Err(RegionError::Page);
        }
        if left >= right || top >= bottom || right > WHOLE || bottom > WHOLE {
            return Err(RegionError::Outside);
        }
        Ok(Region { page, corners })
    }

    /// A whole page.
    pub fn page_of(page: u32) -> Result<Region, RegionError> {
        Region::new(page, [0, 0, WHOLE, WHOLE])
    }

    /// The page, from 1.
    pub fn page(self) -> u32 {
        self.page
    }

    /// Left, top, right and bottom, in ten thousandths of the page.
    pub fn corners(self) -> [u16; 4] {
        self.corners
    }

    /// True for a whole page.
    pub fn is_whole_page(self) -> bool {
        self.corners == [0, 0, WHOLE, WHOLE]
    }

    /// This place, if the document has the page.
    pub fn within(self, extent: Extent) -> Result<Region, RegionError> {
        if self.page <= extent.pages() { Ok(self) } else { Err(RegionError::Page) }
    }
}

impl fmt::Display for Region {
    /// `3:0.1250,0.2000,0.8750,0.2500`, or `3` for a whole page: what is printed is read back as the same place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.page)?;
        if self.is_whole_page() {
            return Ok(());
        }
        for (index, part) in self.corners.into_iter().enumerate() {
            let mark = if index == 0 { ':' } else { ',' };
            write!(f, "{mark}{}.{:04}", part / WHOLE, part % WHOLE)?;
        }
        Ok(())
    }
}

impl FromStr for Region {
    type Err = RegionError;

    fn from_str(text: &str) -> Result<Region, RegionError> {
        let (page, rectangle) = match text.split_once(':') {
            Some((page, rectangle)) => (page, Some(rectangle)),
            None => (text, None),
        };
        let page = whole_number(page.trim()).ok_or(RegionError::Shape)?;
        let Some(rectangle) = rectangle else {
            return Region::page_of(page);
        };
        let parts: Option<Vec<u16>> = rectangle.split(',').map(|part| fraction(part.trim())).collect();
        let corners = parts.and_then(|parts| <[u16; 4]>::try_from(parts).ok()).ok_or(RegionError::Shape)?;
        Region::new(page, corners)
    }
}

/// Digits alone: no sign, no space.
fn whole_number(text: &str) -> Option<u32> {
    let is_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_digits)
}

/// A decimal of at most four places as ten thousandths. What is larger than the page is found by who makes a place of it.
fn fraction(text: &str) -> Option<u16> {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    if places.len() > 4 {
        return None;
    }
    let parts = whole_number(places)? * 10u32.pow(4 - u32::try_from(places.len()).ok()?);
    let whole = whole_number(whole)?.checked_mul(WHOLE.into())?;
    // Beyond what sixteen bits hold, a fraction is outside of the page all the same.
    Some(u16::try_from(whole.checked_add(parts)?).unwrap_or(u16::MAX))
}

impl RegionError {
    fn code(self) -> Code {
        match self {
            RegionError::Shape => Code::RegionShape,
            RegionError::Outside => Code::RegionOutside,
            RegionError::Page => Code::RegionPage,
        }
    }

    /// What a person is told of the text, which points into the document of this name.
    pub fn finding(self, document: &str, text: &str, extent: Option<Extent>) -> crate::Finding {
        let pages = extent.map_or_else(|| "1".to_owned(), |extent| extent.pages().to_string());
        let file: Arc<str> = document.into();
        Findings::only(Spot::file(&file), text, self.code(), vec![("pages", pages)])
    }
}
