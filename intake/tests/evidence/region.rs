//! Places in a document.

use intake::{Extent, Lang, Region, RegionError};
use proptest::prelude::*;

#[test]
fn a_place_is_read_in_whole_numbers() {
    for (text, page, corners) in [
        ("1", 1, [0, 0, 10_000, 10_000]),
        ("3:0.125,0.2,0.875,0.25", 3, [1_250, 2_000, 8_750, 2_500]),
        ("12: 0, 0.0001, 1.0000, 1", 12, [0, 1, 10_000, 10_000]),
    ] {
        let region: Region = text.parse().expect(text);
        assert_eq!((region.page(), region.corners()), (page, corners), "{text}");
    }
}

#[test]
fn a_place_that_is_none_says_why() {
    for (text, error, words) in [
        ("", RegionError::Shape, "`` is not a place in a document."),
        ("one", RegionError::Shape, "`one` is not a place"),
        ("1:0.1,0.2,0.3", RegionError::Shape, "`1:0.1,0.2,0.3` is not a place"),
        ("1:0.1,0.2,0.3,0.4,0.5", RegionError::Shape, "is not a place"),
        ("1:0.12345,0.2,0.3,0.4", RegionError::Shape, "is not a place"),
        ("1:-0.1,0.2,0.3,0.4", RegionError::Shape, "is not a place"),
        ("1:1e-1,0.2,0.3,0.4", RegionError::Shape, "is not a place"),
        ("1:.1,0.2,0.3,0.4", RegionError::Shape, "is not a place"),
        ("1:0.3,0.2,0.3,0.4", RegionError::Outside, "is empty or reaches beyond the page"),
        ("1:0.1,0.2,1.0001,0.4", RegionError::Outside, "is empty or reaches beyond the page"),
        ("1:0.1,0.2,0.3,99999", RegionError::Outside, "is empty or reaches beyond the page"),
        ("0", RegionError::Page, "names a page that `receipt.pdf` does not have"),
    ] {
        let told = text.parse::<Region>().expect_err(text);
        assert_eq!(told, error, "{text}");
        let finding = told.finding("receipt.pdf", text, Some(Extent::Pages(4)));
        assert!(finding.message(Lang::En).contains(words), "{text}: {}", finding.message(Lang::En));
    }
}

#[test]
fn a_page_beyond_the_last_is_told() {
    let region = Region::page_of(5).expect("a page");
    assert_eq!(region.within(Extent::Pages(5)), Ok(region));
    assert_eq!(region.within(Extent::Pages(4)), Err(RegionError::Page));
    assert_eq!(region.within(Extent::Pixels { width: 9, height: 9 }), Err(RegionError::Page));
    let fix = RegionError::Page.finding("receipt.pdf", "5", Some(Extent::Pages(4))).fix(Lang::Fr);
    assert_eq!(fix, "Les pages sont comptées à partir de 1\u{a0}; la dernière est la 4.");
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(page in 1u32.., corners in prop::array::uniform4(0u16..=10_000)) {
        if let Ok(region) = Region::new(page, corners) {
            prop_assert_eq!(region.to_string().parse(), Ok(region));
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "[0-9:,. ]{0,30}|.{0,20}") {
        let _ = text.parse::<Region>().map(|region| region.to_string());
    }
}
