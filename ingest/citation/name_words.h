#pragma once
// The phrases in which a treaty names itself and defines short names for others:
// [citation.names] of each language's file.

#include <string_view>
#include <vector>

#include <re2/re2.h>

namespace treatygraph::ingest {

/// The patterns of one language. Each pattern has the names that it finds as groups.
struct NameTable {
  RE2 itself;                                  ///< "this Convention": its noun
  RE2 heading_to;                              ///< "Annex 1 to the Treaty", a whole line: its noun
  RE2 parent;                                  ///< the title of a protocol: the treaty that it belongs to
  RE2 amended;                                 ///< the title of an amending treaty: the one that it amends
  RE2 leading_article;                         ///< "the " before a name
  std::string_view means;                      ///< between a short name and its meaning: " means "
  RE2 defined;                                 ///< the short name before that
  std::string_view mean_respectively;          ///< after several short names
  RE2 quoted;                                  ///< one of these
  RE2 and_next;                                ///< before the last meaning: "and "
  std::vector<std::string_view> called_words;  ///< `called` begins with one of these: "hereinafter"
  RE2 called;                                  ///< "hereinafter referred to as "the Convention"": the short name
  std::vector<std::string_view> openings;      ///< `called_in_brackets` begins with one of these: "(\""
  RE2 called_in_brackets;                      ///< "("the Convention")": the short name
};

/// The table of a language with citations; null for another.
[[nodiscard]] const NameTable* names_of_language(std::string_view code);

}  // namespace treatygraph::ingest
