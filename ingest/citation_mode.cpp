#include "ingest/citation_mode.h"

#include <string>
#include <vector>

#include <re2/re2.h>

#include "ingest/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kLookBack = 160;
constexpr std::size_t kLookAhead = 80;

struct LeadIn {
  std::string_view mode;
  const RE2* ends_with;
};

/// The closest words decide: "established in accordance with", not "subject to what is established in accordance with".
const std::vector<LeadIn>& lead_ins() {
  static const RE2 notwithstanding(R"((?is).*\bnotwithstanding)");
  static const RE2 without_prejudice(
      R"((?is).*\bwithout (?:any )?(?:prejudice|affecting|derogation)(?: (?:to|from))?)");
  static const RE2 subject_to(R"((?is).*\bsubject(?: only| always)? to(?: the application of)?)");
  static const RE2 defined_in(
      R"((?is).*\b(?:(?:as )?defined (?:in|by|under|for the purposes? of)|within the (?:meaning|definition) of|meaning of))");
  static const RE2 except(
      R"((?is).*\b(?:except|except (?:as|where|when)(?: otherwise)? (?:provided|specified|set out|stated)(?: for)? (?:in|by|under)|with the exception of|save as (?:otherwise )?provided (?:for )?(?:in|by|under)|other than|unless otherwise (?:provided|specified) (?:in|by)|excluding|derogation from|exception to|exempt(?:ed)? from))");
  static const RE2 accordance(
      R"((?is).*\b(?:in (?:strict )?(?:accordance|conformity|compliance|pursuance|line) with|in pursuance of|pursuant to|according to|under|by virtue of|as required by|in application of|on the basis of|in fulfilment of|in implementation of|in keeping with))");
  static const RE2 applies(
      R"((?is).*\b(?:(?:shall |may |to |not |mutatis mutandis |also |will |must )*(?:apply|applies|applied|applying)(?: to)?(?:,? mutatis mutandis,?)?|application of|applicability of))");
  static const std::vector<LeadIn> all = {{"notwithstanding", &notwithstanding},
                                          {"without_prejudice", &without_prejudice},
                                          {"subject_to", &subject_to},
                                          {"defined_in", &defined_in},
                                          {"except", &except},
                                          {"in_accordance_with", &accordance},
                                          {"applies_to", &applies}};
  return all;
}

/// "without prejudice to the provisions of", "subject to the requirements of": the noun is thin, the operator counts.
std::string without_thin_nouns(std::string lead) {
  static const RE2 thin(
      R"((?is)\s*\b(?:the |any |all |other |relevant |applicable |such |of |both )*(?:provisions?|requirements?|terms|conditions|rules|principles|procedures?|obligations?|application|stipulations|paragraph|limitations?)(?: (?:of|in|under|set out in|laid down in|contained in|specified in|referred to in|provided for in|established in|set forth in))?\s*$)");
  std::string shortened = lead;
  for (int depth = 0; depth < 2 && RE2::Replace(&shortened, thin, ""); ++depth) {
  }
  return shortened;
}

std::string_view operator_of(const std::string& lead) {
  for (const auto& [mode, ends_with] : lead_ins()) {
    if (RE2::FullMatch(lead, *ends_with)) return mode;
  }
  return {};
}

/// "Articles 38 and 39 apply equally to ...", "This article applies mutatis mutandis".
bool is_said_to_apply(std::string_view after) {
  static const RE2 applies(
      R"((?is)(?:,? of (?:this|the(?: present)?) [A-Z][a-z]+,?)?\s*(?:also |likewise |equally |(?:shall|will|may|must)(?: not)?(?:,[^,.;]{1,60},)?(?: also| likewise| equally| then| accordingly)? )?(?:appl(?:y|ies)|be applied|be applicable|is applicable|are applicable)\b.*)");
  return RE2::FullMatch(re2::StringPiece(after.data(), after.size()), applies);
}

bool only_joins(std::string_view between) {
  static const RE2 joins(R"((?is)\s*[,;]?\s*(?:and|or|and/or|as well as|,)?\s*(?:of|in|to|with|under)?\s*)");
  return RE2::FullMatch(re2::StringPiece(between.data(), between.size()), joins);
}

}  // namespace

std::string_view mode_of(std::string_view text, std::size_t first, std::size_t start, std::size_t end,
                         std::size_t previous_end, std::string_view previous_mode) {
  const auto from = start - first > kLookBack ? start - kLookBack : first;
  const auto lead = fold(text.substr(from, start - from));
  const auto direct = operator_of(lead);
  const auto through = operator_of(without_thin_nouns(lead));
  const bool outer_counts = through == "subject_to" || through == "notwithstanding" || through == "without_prejudice";
  if (outer_counts) return through;  // "without prejudice to the application of"
  if (!direct.empty()) return direct;
  static const RE2 refers(
      R"((?is).*\b(?:set out|referred to|provided for|specified|laid down|contained|mentioned|described|set forth|established|enumerated|stipulated|prescribed|listed) in)");
  if (RE2::FullMatch(lead, refers)) return "refers_to";
  if (!through.empty()) return through;
  const bool joined = previous_end != std::string_view::npos && previous_end <= start &&
                      only_joins(text.substr(previous_end, start - previous_end));
  if (joined && previous_mode != "refers_to") return previous_mode;
  if (is_said_to_apply(text.substr(end, kLookAhead))) return "applies_to";
  return "refers_to";
}

}  // namespace treatygraph::ingest
