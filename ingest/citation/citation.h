#pragma once
// Reads citations of provisions as written: "article 7, paragraphs 4 and 5, of the Convention". What they mean in a
// treaty is determined by references/resolver.h.
//
//   citation   = unit { anchor } [ "of" instrument ] | demonstrative | neighbour | ordinals anchor | instrument
//
// The whole grammar consists of tables of productions whose examples are tests (`citation_grammar`): citations in
// citation.cpp, lists in provision_list, items in provision_item, open ends in list_links, anchors in anchors,
// instruments in instrument_phrase, and words that the items of a list share in joined_citations. Its words are in the
// lexicon.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "ingest/citation/instrument_names.h"
#include "ingest/citation/provision_list.h"

namespace treatygraph::ingest {

/// One citation as written, not yet related to any document. `provisions` is empty for an instrument as a whole, for
/// "this article" (`is_kind_only`), and for neighbours such as "the preceding paragraph".
struct Citation {
  /// Where the steps of `provisions` begin.
  enum class Base {
    Named,      ///< the steps begin with an article or a division, so they are complete
    Here,       ///< relative to the citing provision: "paragraph 2", "this article"
    That,       ///< relative to the previously cited provision: "paragraph 2 of that article"
    Preceding,  ///< siblings before the citing provision: "the preceding paragraph"
    Following,  ///< siblings after it
  };
  Base base = Base::Named;
  CitedProvisions provisions;
  ProvisionKind of_kind =
      ProvisionKind::Article;    ///< for all but Named: the kind named after "this", "that", "preceding"
  bool is_kind_only = false;     ///< "this article" itself, not a part of it
  bool is_anchored = false;      ///< ends with "of this article", "of article 5"
  bool is_pointed = false;       ///< the last phrase was "of this article", "of that Chapter"
  std::size_t anchor_steps = 0;  ///< number of first steps given by "of article 5"
  std::size_t count = 1;         ///< Preceding, Following: how many; for That, more than one means all
  bool is_vague = false;         ///< "the foregoing provisions": the preceding paragraphs, if any
  std::string instrument;        ///< name of another instrument as written: "the Convention"; otherwise empty
  std::string instrument_after;  ///< from a citation joined to this one; may apply here too
  bool is_context = false;  ///< "the Fourth Convention": not a mention by itself, but a possible meaning of "thereof"
  bool of_instrument_before = false;  ///< "article 47 thereof", "its article 8"
  bool is_thereof = false;            ///< "paragraph 2 thereof": of the provision cited before
  bool is_hereof = false;             ///< "article 4 hereof", "article 5 above": not of another instrument
  bool of_this_treaty = false;        ///< contains "of this Convention"
  std::string
      this_noun;  ///< "Protocol" of "of this Protocol": a protocol annexed to the document, if the citation is in it
  bool is_of_part = false;  ///< `instrument` is the name of an annex of the document, "the Verification Annex"
  std::size_t start = 0;    ///< bytes of the text, with the instrument
  std::size_t end = 0;
  std::size_t provision_start =
      0;  ///< start of the provision's words; differs from `start` if the instrument comes first
  std::size_t provision_end = 0;
};

/// The citations in text[first, last), in order and in the language of `names`. Their offsets are bytes of the whole
/// text. Mentions of whole instruments by name have no provisions. Throws BeyondLimit if the piece has more than
/// kMostWords tokens. May be called from several threads with the same `names`.
[[nodiscard]] std::vector<Citation> find_citations(std::string_view text, std::size_t first, std::size_t last,
                                                   const InstrumentNames& names);

}  // namespace treatygraph::ingest
