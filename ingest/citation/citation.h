#pragma once
// Citations of provisions, as the words say them: what they mean in a treaty is the resolver's business.
//
//   citation   = unit { anchor } [ "of" instrument ] | demonstrative | neighbour | ordinals anchor | instrument
//
// The whole grammar is in tables of productions, each with examples that are its tests (`citation_grammar`): of
// citations in citation.cpp, of lists in provision_list, of items in provision_item, of open ends in list_links, of
// anchors in anchors, of instruments in instrument_phrase, and of what lists share in joined_citations. Its words are
// in the lexicon.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/eid.h"
#include "ingest/citation/instrument_names.h"
#include "ingest/citation/provision_list.h"

namespace treatygraph::ingest {

struct Citation {
  enum class Base {
    Named,      ///< the steps begin with an article or a division: they say it all
    Here,       ///< they are to be read from the provision that cites: "paragraph 2", "this article"
    That,       ///< ... from the provision cited before: "paragraph 2 of that article"
    Preceding,  ///< the siblings before the provision that cites: "the preceding paragraph"
    Following,  ///< ... and behind it
  };
  Base base = Base::Named;
  CitedProvisions provisions;
  ProvisionKind of_kind = ProvisionKind::Article;  ///< all but Named: the kind that "this", "that", "preceding" named
  bool is_kind_only = false;                       ///< "this article" itself, no part of it
  bool is_anchored = false;                        ///< "of this article", "of article 5" was said
  bool is_pointed = false;                         ///< "of this article", "of that Chapter" came last
  std::size_t anchor_steps = 0;                    ///< how many of the first steps "of article 5" gave
  std::size_t count = 1;                           ///< Preceding, Following: how many; of That, more than one for all
  bool is_vague = false;              ///< "the foregoing provisions": the paragraphs before, if there are any
  std::string instrument;             ///< as written, of another instrument: "the Convention"; else empty
  std::string instrument_behind;      ///< of a citation that this one is joined to: it may be meant here too
  bool is_context = false;            ///< "the Fourth Convention": no mention, but what "thereof" may mean
  bool of_instrument_before = false;  ///< "article 47 thereof", "its article 8"
  bool is_thereof = false;            ///< "paragraph 2 thereof": of what was cited before, and nothing else
  bool is_hereof = false;             ///< "article 4 hereof", "article 5 above": of no instrument that others name
  bool of_this_treaty = false;        ///< "of this Convention" was said
  std::string this_noun;              ///< "Protocol" of "of this Protocol": one that is annexed, where it stands there
  bool is_of_part = false;  ///< `instrument` is the name of an annex of the document, "the Verification Annex"
  std::size_t start = 0;    ///< bytes of the text, with the instrument
  std::size_t end = 0;
  std::size_t provision_start = 0;  ///< the provision's own words: not `start` where the instrument comes first
  std::size_t provision_end = 0;
};

/// The citations of a stretch of text, in order. Mentions of whole instruments by their names have no provisions.
/// `words` are the language's.
[[nodiscard]] std::vector<Citation> find_citations(std::string_view text, std::size_t first, std::size_t last,
                                                   const InstrumentNames& names, const Words& words = english_words());

}  // namespace treatygraph::ingest
