//! Hatching: what is told apart by colour is told apart without colour too.

/// Pieces of lines that climb (or fall, for the other direction) across a surface at this distance. The surface may have bays: a line
/// that leaves it and comes back is two pieces.
pub(super) fn hatched(surface: &[(f64, f64)], distance: f64, climbs: bool) -> Vec<[(f64, f64); 2]> {
    // In turned coordinates all lines are level: `across` numbers them, `along` runs on them.
    let turn = |(x, y): (f64, f64)| if climbs { (x + y, x - y) } else { (x - y, x + y) };
    let back = |across: f64, along: f64| {
        if climbs {
            (f64::midpoint(across, along), f64::midpoint(across, -along))
        } else {
            (f64::midpoint(across, along), f64::midpoint(along, -across))
        }
    };
    let turned: Vec<(f64, f64)> = surface.iter().map(|point| turn(*point)).collect();
    let (low, high) = turned
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (a, _)| (low.min(*a), high.max(*a)));
    let mut pieces = Vec::new();
    if !(high - low).is_finite() || distance <= 0.0 {
        return pieces;
    }
    let mut across = (low / distance).ceil() * distance;
    while across < high {
        let mut crossings: Vec<f64> = Vec::new();
        for n in 0..turned.len() {
            let ((a, b), (c, d)) = (turned[n], turned[(n + 1) % turned.len()]);
            if (a <= across) != (c <= across) {
                crossings.push(b + (across - a) / (c - a) * (d - b));
            }
        }
        crossings.sort_by(f64::total_cmp);
        pieces.extend(crossings.chunks_exact(2).map(|pair| [back(across, pair[0]), back(across, pair[1])]));
        across += distance;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_on_the_surface() {
        let square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)];
        for climbs in [true, false] {
            let pieces = hatched(&square, 3.0, climbs);
            assert!(pieces.len() >= 6, "{pieces:?}");
            for (x, y) in pieces.iter().flatten() {
                assert!((-0.001..=10.001).contains(x) && (-0.001..=10.001).contains(y), "{x} {y}");
            }
            let [(x1, y1), (x2, y2)] = pieces[2];
            assert_eq!((y2 - y1) / (x2 - x1) < 0.0, climbs);
        }
        // A U: lines across both arms are two pieces.
        let bay = [
            (0.0, 0.0),
            (3.0, 0.0),
            (3.0, 8.0),
            (7.0, 8.0),
            (7.0, 0.0),
            (10.0, 0.0),
            (10.0, 10.0),
            (0.0, 10.0),
        ];
        assert!(hatched(&bay, 1.0, true).len() > hatched(&square, 1.0, true).len());
        assert!(hatched(&[], 1.0, true).is_empty());
    }
}
