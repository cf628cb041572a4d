#pragma once
// What became of one source of a build: what was found in it, or what is wrong with it.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ingest/structure/leftover.h"
#include "ingest/text/stage_seconds.h"

namespace treatygraph::ingest {

struct SourceReport {
  struct References {
    std::size_t found = 0;
    std::size_t resolved = 0;     ///< to provisions of the same treaty
    std::size_t external = 0;     ///< to another instrument
    std::size_t absent_part = 0;  ///< to annexes and the like that are cited and not printed
    std::size_t unresolved = 0;
  };
  /// Words that name a provision which there is not.
  struct Unresolved {
    std::string from;  ///< eId of the provision that has the words
    std::string words;
    std::string missing;  ///< "article", "paragraph"; "absent_part"
  };

  /// Of a text that came to a dataset of its treaty: how the two met.
  struct Takeover {
    std::size_t of_dataset = 0;    ///< provisions that the dataset knows
    std::size_t held = 0;          ///< of them: the text has them, and they are the text's now
    std::size_t kept = 0;          ///< the text lacks them, and they stay the dataset's
    std::size_t contradicted = 0;  ///< the text leaves no room for them
    std::size_t added = 0;         ///< provisions that the text alone has
  };

  std::string source;  ///< its path
  std::string format;  ///< "dataset", or that of the document
  std::string slug;
  std::string title;
  std::size_t bytes = 0;
  std::string sha256;  ///< of a file's bytes, 64 hexadecimal digits; of a dataset over its files
  std::size_t provisions = 0;
  std::size_t articles = 0;  ///< of them, with those of annexes
  std::optional<Takeover> takeover = {};
  References references;
  std::vector<Unresolved> unresolved;  ///< those to absent parts too
  std::size_t facts = 0;  ///< acts, reservations, statements and what they address, of sources that state those
  StageSeconds seconds;
  double share_read = 1;              ///< of a document's characters without white space
  std::vector<Leftover> leftovers;    ///< of a document, largest first
  bool is_read_in_full = true;        ///< else a warning says what is missing
  std::vector<std::string> warnings;  ///< what was left out of a source that was taken
  std::vector<std::string> errors;    ///< none: it was taken
};

}  // namespace treatygraph::ingest
