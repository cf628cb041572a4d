#pragma once
// Parses citations as people type them: "art 24(2)", "Article 6, paragraph 1 of the Budapest Convention", "24 uncc",
// "ICCPR art 17", "CETS 185 art 2", "Artikel 24 Absatz 2", "articles 7 to 16", "§ 24", "Article VI", "Ch. 5". Knows the
// grammar of citations only; typed_citation.h looks them up.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "queries/search/annex_codes.h"

namespace treatygraph::queries {

/// The most provisions that one citation can name; it bounds ranges such as "articles 1 to 99999".
inline constexpr std::size_t kMostProvisions = 1'000;

/// A parsed citation.
struct TypedCitation {
  Eid eid;
  std::string treaty;          ///< the words or slug that named the treaty, lower case; empty if none did
  std::vector<Eid> more;       ///< for a list or range, the items after the first
  bool has_kind_word = true;   ///< false: only numbers ("24 uncc"), which may not be a citation
  bool and_following = false;  ///< "article 24 et seq."
};

/// Parses a citation; nothing if no provision is named. Reads at most 256 bytes and names at most kMostProvisions. An
/// annex may also be named by one of `codes`.
[[nodiscard]] std::optional<TypedCitation> read_citation(std::string_view typed, const AnnexCodes& codes = {});

}  // namespace treatygraph::queries
