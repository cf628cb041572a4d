#pragma once
// The constants of page rank, used for the references between provisions and for other relationships. Brin and Page,
// "The anatomy of a large-scale hypertextual web search engine" (1998).

namespace treatygraph::queries {

inline constexpr double kDamping = 0.85;
inline constexpr double kSettled = 1e-12;  ///< relative to the sum: the printed ranks no longer change
inline constexpr int kMostRounds = 500;

}  // namespace treatygraph::queries
