#include "ingest/classification/definition_scope.h"

#include <algorithm>
#include <array>

#include <re2/re2.h>

#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Whether "for the purposes of this X" means the whole treaty.
bool names_the_treaty(std::string_view purpose) {
  static constexpr std::array kNames = {"agreement", "convention", "treaty", "charter", "statute", "covenant", "pact"};
  return std::ranges::find(kNames, purpose) != kNames.end();
}

/// What a purpose clause names, in lower case: "chapter", "paragraph", "paragraphs 1", "article 14"; "articles 5" if a
/// list of articles begins. Empty if there is no such clause.
std::string purpose_in(std::string_view words) {
  static const RE2 purpose(
      R"((?i)(?:\bfor\s+(?:the\s+)?(?:sole\s+)?purposes?\s+of|\b(?:as|when)\s+used\s+in|(?:^\s*|[.;:(]\s+)in)\s+(?:(?:the\s+)?(?:application|implementation|interpretation)\s+of\s+|applying\s+)?(?:(?:this|the\s+present)\s*([a-z-]+)|((?:sub-?)?paragraphs?|articles?)\s+(\(?[0-9a-z-]+(?:\.[0-9]+)*)(\s+(?:and|or|to)\b)?))");
  std::string kind;
  std::string cited;
  std::string number;
  std::string more;
  if (!RE2::PartialMatch(piece(words), purpose, &kind, &cited, &number, &more)) return "";
  if (!kind.empty()) return lower_case(kind);
  if (lower_case(cited) == "article" && !more.empty()) cited += "s";
  return lower_case(cited) + " " + lower_case(number);
}

/// The scope that a definition states itself: "(hereinafter referred to in this Article as “the Committee”)".
std::string purpose_said(std::string_view said) {
  static const RE2 here(R"((?i)\bin\s+this\s*([a-z]+))");
  std::string kind;
  return RE2::PartialMatch(piece(said), here, &kind) ? lower_case(kind) : purpose_in(said);
}

}  // namespace

DefinitionScope::DefinitionScope(const Document& document, const OwnWords& own)
    : text_(document.text), structure_(document.structure), own_(own) {
  for (std::size_t i = 0; i < structure_.size(); ++i) {
    if (structure_[i].kind == ProvisionKind::Article) articles_.try_emplace(lower_case(structure_[i].num), i);
  }
}

std::size_t DefinitionScope::of(std::size_t provision, std::string_view said) {
  auto purpose = purpose_said(said);
  if (purpose.empty()) purpose = purpose_above(provision);
  return enclosing(provision, purpose);
}

// A heading such as "Use of terms" on the provision or one above it, up to the article.
bool DefinitionScope::is_among_definitions(std::size_t provision) {
  static const RE2 heading(R"((?i).*\b(?:definitions?|use of terms|terms used|interpretation|meaning)\b.*)");
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (RE2::FullMatch(structure_[at].heading, heading)) return true;
    if (is_unit(structure_[at].kind)) break;
  }
  return !purpose_above(provision).empty();
}

/// Goes up until the next larger part contains one of the others.
std::size_t DefinitionScope::apart(std::size_t provision, const std::vector<std::size_t>& others) const {
  auto scope = provision;
  for (auto above = structure_[provision].parent; above != kNone; above = structure_[above].parent) {
    const auto& whole = structure_[above];
    const bool holds_other = std::ranges::any_of(
        others, [&](std::size_t other) { return other >= above && structure_[other].start < whole.end; });
    if (holds_other) break;
    scope = above;
  }
  return scope;
}

std::string DefinitionScope::purpose_above(std::size_t provision) {
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    if (const auto& purpose = purpose_of(at); !purpose.empty()) return purpose;
    if (is_unit(structure_[at].kind)) break;
  }
  return "";
}

const std::string& DefinitionScope::purpose_of(std::size_t provision) {
  const auto [known, is_new] = purposes_.try_emplace(provision);
  if (!is_new) return known->second;
  for (const auto& words : own_.of(provision)) {
    known->second = purpose_in(text_.substr(words.first, words.last - words.first));
    if (!known->second.empty()) break;
  }
  return known->second;
}

/// The innermost provision around the definition that the purpose names, or the component that it is in.
std::size_t DefinitionScope::enclosing(std::size_t provision, std::string_view purpose) const {
  if (names_the_treaty(purpose)) return DefinedTerm::kWholeTreaty;
  if (purpose.starts_with("article ")) return of_cited_article(provision, purpose.substr(8));
  if (purpose.starts_with("articles ")) return division_above(provision);
  // Paragraphs cited by number belong to the article, subparagraphs to a paragraph.
  if (purpose.starts_with("sub")) purpose = "paragraph";
  if (purpose.starts_with("paragraph ") || purpose.starts_with("paragraphs")) purpose = "article";
  // "This Protocol" in its annex means the protocol.
  const bool names_component = purpose == "annex" || purpose == "appendix" || purpose == "schedule" ||
                               purpose == "protocol" || purpose == "regulations" || purpose == "rules";
  for (auto at = provision; at != kNone; at = structure_[at].parent) {
    const auto& here = structure_[at];
    const bool is_article = is_unit(here.kind);
    const bool is_meant = name_of(here.kind) == purpose;
    if (is_meant || (is_component(here.kind) && !names_component)) return at;
    if (is_article && purpose == "paragraph") return at;
  }
  return DefinedTerm::kWholeTreaty;
}

std::size_t DefinitionScope::of_cited_article(std::size_t provision, std::string_view number) const {
  const auto found = articles_.find(std::string(number));
  if (found != articles_.end()) return found->second;
  return division_above(provision);
}

std::size_t DefinitionScope::division_above(std::size_t provision) const {
  for (auto at = structure_[provision].parent; at != kNone; at = structure_[at].parent) {
    const auto kind = structure_[at].kind;
    if (kind == ProvisionKind::Chapter || kind == ProvisionKind::Part || kind == ProvisionKind::Section ||
        kind == ProvisionKind::Title || is_component(kind))
      return at;
  }
  return DefinedTerm::kWholeTreaty;
}

}  // namespace treatygraph::ingest
