//! How fast a large workbook becomes a grid, beside bare calamine in the same run, and how much memory that takes.
//!
//! `cargo bench -p intake --bench grid` prints, for 100,000 rows of texts, amounts and dates: the time of each as the best
//! of several rounds, our time as a ratio to calamine's, and our peak of memory as a ratio to the unpacked sheet.

use std::io::{Cursor, Read as _, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use calamine::{Reader as _, Xlsx};
use flate2::read::DeflateDecoder;
use intake::{Limits, Value, read_grid};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

const ROWS: u32 = 100_000;
const ROUNDS: usize = 5;

/// A table as a ministry sends it: who paid whom, what, how much, in what, when, with some notes.
fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["payer", "recipient", "mine", "stream", "amount", "currency", "paid on", "note"]) {
        sheet.write_string(0, column, name)?;
    }
    for row in 1..=ROWS {
        sheet.write_string(row, 0, format!("Company {}", row % 400))?;
        sheet.write_string(row, 1, ["Treasury", "Commune de Boké", "Forest fund"][row as usize % 3])?;
        sheet.write_string(row, 2, format!("Mine {}", row % 900))?;
        sheet.write_string(row, 3, "Redevance superficiaire")?;
        sheet.write_number(row, 4, row.wrapping_mul(7_919) % 100_000_007)?;
        sheet.write_string(row, 5, "XOF")?;
        sheet.write_number_with_format(row, 6, 43_000 + row % 2_500, &date)?;
        sheet.write_string(row, 7, format!("Reçu n° {row}"))?;
    }
    book.save_to_buffer()
}

/// The cells that bare calamine finds.
fn by_calamine(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    sheet.used_cells().count()
}

/// The cells that we find; each is looked at.
fn by_us(bytes: &[u8], limits: &Limits) -> usize {
    let read = read_grid("bench.xlsx", bytes, limits);
    assert!(!read.is_blocked(), "{:?}", read.findings);
    let grid = read.grid.expect("a grid");
    let cells = grid.sheets.iter().flat_map(|sheet| sheet.rows().flat_map(|row| row.cells()));
    cells.filter(|cell| cell.value() != Value::Empty).count()
}

/// Bytes of the sheet and the shared texts, unpacked.
fn unpacked(bytes: &[u8]) -> u64 {
    let mut total = 0;
    let starts = bytes.windows(4).enumerate().filter(|(_, mark)| mark == b"PK\x03\x04");
    for (at, _) in starts {
        let word = |offset: usize| usize::from(u16::from_le_bytes([bytes[at + offset], bytes[at + offset + 1]]));
        let name = &bytes[at + 30..at + 30 + word(26)];
        if name.starts_with(b"xl/worksheets/sheet") || name == b"xl/sharedStrings.xml" {
            let packed = &bytes[at + 30 + word(26) + word(28)..];
            total += std::io::copy(&mut DeflateDecoder::new(packed).by_ref(), &mut std::io::sink()).expect("a part");
        }
    }
    total
}

/// A number of kB from the system's page about this process.
fn memory(name: &str) -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().ok()
}

/// The word that makes this program read one workbook from its input and say how much memory that took.
const MEASURE: &str = "--measure-memory";

/// The most memory that reading takes beyond the packed file, in kB: in a process of its own, whose memory nothing else
/// has filled before.
fn measured_apart(bytes: &[u8]) -> Option<u64> {
    let mut command = Command::new(std::env::current_exe().ok()?);
    let mut child = command.arg(MEASURE).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    child.stdin.take()?.write_all(bytes).ok()?;
    String::from_utf8(child.wait_with_output().ok()?.stdout).ok()?.trim().parse().ok()
}

fn measure() -> Option<u64> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).ok()?;
    let before = memory("VmRSS")?;
    by_us(&bytes, &Limits::default());
    memory("VmHWM")?.checked_sub(before)
}

/// Time spent on a core so far, where the system tells: others at work on the machine do not count.
fn on_core() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn timed(act: impl FnOnce() -> usize) -> (Duration, usize) {
    let (before, start) = (on_core(), Instant::now());
    let cells = act();
    let wall = start.elapsed();
    (before.zip(on_core()).map_or(wall, |(before, after)| after.saturating_sub(before)), cells)
}

fn ratio(ours: u128, theirs: u128) -> String {
    let hundredths = ours * 100 / theirs.max(1);
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn main() {
    if std::env::args().any(|word| word == MEASURE) {
        println!("{}", measure().map_or_else(String::new, |kib| kib.to_string()));
        return;
    }
    let bytes = workbook().expect("a workbook");
    let limits = Limits::default();
    let size = unpacked(&bytes);
    let peak = measured_apart(&bytes);
    let (mut theirs, mut ours) = ((Duration::MAX, 0), (Duration::MAX, 0));
    for _ in 0..ROUNDS {
        theirs = theirs.min(timed(|| by_calamine(&bytes)));
        ours = ours.min(timed(|| by_us(&bytes, &limits)));
    }
    let ((theirs, their_cells), (ours, our_cells)) = (theirs, ours);
    assert_eq!(our_cells, their_cells);
    println!("{ROWS} rows, {our_cells} cells, {} kB packed, {} kB unpacked", bytes.len() / 1024, size / 1024);
    println!("calamine {:>5} ms", theirs.as_millis());
    println!("ours     {:>5} ms, {} of calamine", ours.as_millis(), ratio(ours.as_nanos(), theirs.as_nanos()));
    if let Some(peak) = peak {
        println!(
            "memory   {peak:>5} kB at most, {} of the unpacked sheet",
            ratio(u128::from(peak) * 1024, size.into())
        );
    }
}
