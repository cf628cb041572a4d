#pragma once
// A leftover as members of a JSON object, in `read` and in the report of a build.

#include "ingest/commands/json_member.h"
#include "ingest/structure/leftover.h"

namespace treatygraph::ingest {

/// "reason", "detail", "line" or "page", "start", "end", "characters" and "first_words", as leftover.h explains them.
template <typename Writer>
void leftover_members(Writer& json, const Leftover& leftover) {
  member(json, "reason", name_of(leftover.reason));
  member(json, "detail", leftover.detail);
  member(json, leftover.line_is, leftover.line);
  member(json, "start", leftover.start);
  member(json, "end", leftover.end);
  member(json, "characters", leftover.characters);
  member(json, "first_words", leftover.first_words);
}

}  // namespace treatygraph::ingest
