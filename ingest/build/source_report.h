#pragma once
// The report on one source of a build: what was found in it, or what is wrong with it.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ingest/structure/leftover.h"
#include "ingest/text/stage_seconds.h"

namespace treatygraph::ingest {

/// Is printed in the log, and written by `build --report`.
struct SourceReport {
  /// Numbers of citations by outcome.
  struct References {
    std::size_t found = 0;
    std::size_t resolved = 0;     ///< to provisions of the same treaty
    std::size_t external = 0;     ///< to another instrument
    std::size_t absent_part = 0;  ///< to annexes and the like that are cited but not printed
    std::size_t unresolved = 0;
  };
  /// Words that cite a provision or an instrument that was not found.
  struct Unresolved {
    std::string from;  ///< eId of the citing provision
    std::string words;
    std::string missing;  ///< "article", "paragraph"; "absent_part"
  };

  /// For a text of a dataset's treaty: how the two were merged.
  struct Takeover {
    std::size_t of_dataset = 0;    ///< provisions that the dataset knows
    std::size_t held = 0;          ///< of these, provisions that the text has and takes over
    std::size_t kept = 0;          ///< provisions that the text does not cover; the dataset's stay
    std::size_t contradicted = 0;  ///< provisions that the text contradicts
    std::size_t added = 0;         ///< provisions that only the text has
  };

  std::string source;  ///< its path
  std::string format;  ///< "dataset", or the document's format
  std::string slug;
  std::string title;
  std::size_t bytes = 0;
  std::string sha256;  ///< SHA-256 of a file's bytes; for a dataset over its files
  std::size_t provisions = 0;
  std::size_t articles = 0;  ///< of these, articles, including those of annexes
  std::optional<Takeover> takeover = {};
  References references;
  std::vector<Unresolved> unresolved;  ///< including those to absent parts
  std::size_t facts = 0;               ///< acts, reservations, and statements with their targets
  StageSeconds seconds;
  double share_read = 1;              ///< share of a document's characters, without white space, that was read
  std::vector<Leftover> leftovers;    ///< leftovers of a document, largest first
  bool is_read_in_full = true;        ///< otherwise a warning says what is missing
  std::vector<std::string> warnings;  ///< what was left out of an accepted source
  std::vector<std::string> errors;    ///< none if accepted
};

}  // namespace treatygraph::ingest
