//! Readers of other people's files into one record model with exact positions; nothing else. What a record means is for the use cases to say.
//!
//! A file is opened as a [`table::Table`] of a [`schema::Schema`] through a [`map::Mapping`] and read record by record:
//!
//! ```
//! use obligo_formats::{map::Mapping, schema::rates, table::Table};
//! let file = "date,base,currency,rate\n2024-01-02,EUR,USD,1.0956\n";
//! let mut table = Table::open("rates.csv", file.as_bytes(), &rates::SCHEMA, &Mapping::plain()).unwrap();
//! while let Some(record) = table.next_record().unwrap() {
//!     assert_eq!(record.required_day(rates::DATE).unwrap().to_string(), "2024-01-02");
//!     assert_eq!(record.line(), 2);
//! }
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod any;
mod bind;
pub mod books;
pub mod camt;
mod charset;
pub mod code_page;
pub mod credit_policy_file;
pub mod csv;
pub mod datev;
pub mod decode;
pub mod detect;
pub mod ecb;
pub mod einvoice;
pub mod fec;
pub mod field;
pub mod invoice_pdf;
pub mod map;
pub mod map_books;
mod map_read;
pub mod policy_file;
pub mod row;
pub mod rows;
pub mod saft;
pub mod schema;
pub mod sie;
pub mod sie5;
pub mod table;
mod toml_document;
pub mod workbook;
pub mod xml;

pub use obligo_rules::nearest;
