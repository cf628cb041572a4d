#pragma once
// Citations of provisions, as the words say them: what they mean in a treaty is the resolver's business.
//
//   citation   = articles | paragraphs | points | divisions | "this" kind | "the preceding" kind
//   articles   = ("article" | "articles") item { link item }
//   item       = number { mark } [ "," paragraphs ] [ "," points ]
//   paragraphs = ("paragraph" | "paragraphs") item { link item } [ "of" anchor ]
//   points     = ("subparagraph" | "subparagraphs" | "point") mark { mark } { link mark } [ "of" anchor ]
//   divisions  = ("Part" | "Chapter" | "Section" | "Annex" | ...) numeral { link numeral } [ "," articles ]
//   link       = "," | "and" | "or" | "to" | "-"
//   anchor     = articles | paragraphs | "this" kind | "that" kind
// and then, for all of them, [ "of" instrument ].

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "ingest/instruments.h"

namespace treatygraph::ingest {

/// One provision, or a range of them, as it was named.
struct CitedProvision {
  std::vector<EidStep> steps;  ///< outermost first: article 7, paragraph 1; point a alone
  std::string range_end;       ///< of the last step: "11" in "articles 2 to 11"; empty where there is none
};

struct Citation {
  enum class Base {
    Named,      ///< the steps begin with an article or a division: they say it all
    Here,       ///< they are to be read from the provision that cites: "paragraph 2", "this article"
    That,       ///< ... from the provision cited before: "paragraph 2 of that article"
    Preceding,  ///< the sibling before the provision that cites: "the preceding paragraph"
  };
  Base base = Base::Named;
  std::vector<CitedProvision> provisions;
  ProvisionKind of_kind = ProvisionKind::Article;  ///< Here, That, Preceding: the kind that "this", "that" named
  bool is_kind_only = false;                       ///< "this article" itself, no part of it
  std::size_t count = 1;                           ///< Preceding: how many
  std::string instrument;                          ///< as written, of another instrument: "the Convention"; else empty
  bool of_this_treaty = false;                     ///< "of this Convention" was said
  std::size_t start = 0;                           ///< bytes of the text, with the instrument
  std::size_t end = 0;
  std::size_t provision_end = 0;  ///< one past the provision's own words
};

/// The citations of a stretch of text, in order. Mentions of whole instruments by their full names have no provisions.
[[nodiscard]] std::vector<Citation> find_citations(std::string_view text, std::size_t first, std::size_t last,
                                                   const InstrumentNames& names);

}  // namespace treatygraph::ingest
