#include "ingest/citation/described_act.h"

#include <cstddef>

#include <re2/re2.h>

#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {

std::string_view without_agent(std::string_view words) {
  // The agent is a "by ..." at the end of the words. If it contains a verb, it is a clause and not only an agent.
  static const RE2 agent(
      R"re((?i)(\s+by (?:[\w'-]+ ){0,5}(?:State|States|Party|Parties|Government|Governments|Member|Members|Organi[sz]ation|Conference|Committee|Commission|Council|Assembly|Board|Bureau|Body|Agency|Secretariat|Secretary-General|Director-General|Depositary|Registrar|Prosecutor|Chamber|court|courts|tribunal|authority|authorities|person|persons|entity|entities|owner|carrier|operator)(?: concerned)?\s*)$)re");
  static const RE2 clause(
      R"re((?i)\b(?:shall|may|must|will|should|can|is|are|was|were|has|have|had|be|been|do|does|not|which|who|that (?:is|are))\b)re");
  re2::StringPiece found;
  if (!RE2::PartialMatch(piece(words), agent, &found) || RE2::PartialMatch(found, clause)) return words;
  return words.substr(0, static_cast<std::size_t>(found.data() - words.data()));
}

bool goes_on_with_act(std::string_view between) {
  // A word in -ing after "or" or "and", in the same clause, that is not a preposition.
  static const RE2 act(R"re((?i)^[^.;:]*\b(?:or|and) (?:\w+ly )?([a-z]{2,}ing) [^.;:,]*$)re");
  static const RE2 preposition(
      R"re((?i)^(?:during|according|including|excluding|following|concerning|regarding|notwithstanding|pending|being|\w*thing)$)re");
  re2::StringPiece found;
  return RE2::FullMatch(piece(between), act, &found) && !RE2::FullMatch(found, preposition);
}

}  // namespace treatygraph::ingest
