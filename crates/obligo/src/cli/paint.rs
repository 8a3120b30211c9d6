//! Colors by meaning, and none where nobody sees them.

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;
use std::io::IsTerminal;

/// What a piece of text means.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// Headings, totals.
    Strong,
    /// Insured, done.
    Good,
    /// Partly insured, near, warned.
    Warn,
    /// Uninsured, refused.
    Bad,
    /// Of no weight.
    Dim,
    /// Names one may type.
    Name,
}

impl Tone {
    fn style(self) -> Style {
        let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
        match self {
            Tone::Plain => Style::new(),
            Tone::Strong => Style::new().bold(),
            Tone::Good => color(AnsiColor::Green),
            Tone::Warn => color(AnsiColor::Yellow),
            Tone::Bad => color(AnsiColor::Red),
            Tone::Dim => Style::new().dimmed(),
            Tone::Name => color(AnsiColor::Cyan),
        }
    }
}

/// Paints, or leaves the text as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paint {
    is_on: bool,
}

impl Paint {
    /// For a stream that is, or is not, a terminal.
    pub fn of(choice: ColorChoice, stream: &impl IsTerminal) -> Paint {
        let is_on = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => {
                anstyle_query::clicolor_force()
                    || (stream.is_terminal()
                        && !anstyle_query::no_color()
                        && anstyle_query::term_supports_ansi_color())
            }
        };
        if is_on {
            // Old consoles of Windows must be told; where it fails, they show the codes.
            #[cfg(windows)]
            let _ = anstyle_query::windows::enable_ansi_colors();
        }
        Paint { is_on }
    }

    /// Never paints.
    #[cfg(test)]
    pub const OFF: Paint = Paint { is_on: false };

    /// The text in its tone.
    pub fn tone(self, tone: Tone, text: &str) -> String {
        if !self.is_on || tone == Tone::Plain || text.is_empty() {
            return text.to_owned();
        }
        let style = tone.style();
        format!("{style}{text}{style:#}")
    }
}
