#include "ingest/structure/note_numbers.h"

#include <re2/re2.h>

#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {

std::set<int> numbers_at_words(std::string_view body) {
  // After letters, or a stop after a letter, without a space: "suppliers.6". A space would make it an ordinary number.
  static const RE2 at_word(R"((?:[a-z]{3}|[a-z)”’"][.,;:]|[)”’"])(\d{1,2})\s)");
  static const RE2 alone(R"(\n(\d{1,2})[ \t]*\n)");
  std::set<int> numbers;
  for (const auto* pattern : {&at_word, &alone}) {
    int value = 0;
    for (auto rest = piece(body); RE2::FindAndConsume(&rest, *pattern, &value);) numbers.insert(value);
  }
  return numbers;
}

}  // namespace treatygraph::ingest
