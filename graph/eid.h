#pragma once
// eIds: the Akoma Ntoso names of the parts of a treaty, "art_24__para_2__point_a".

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph {

/// The kinds of provision in eIds, outermost first: what precedes a treaty, accompanying instruments, divisions, units,
/// and their parts.
enum class ProvisionKind {
  Preamble,
  Recital,
  Body,         ///< the text of a treaty that no articles divide
  Conclusions,  ///< after the last article: where, when and in which languages it was done, and who signed
  Annex,
  Schedule,
  Appendix,
  Protocol,
  Regulations,  ///< under a treaty, whatever its units are called
  Rules,        ///< of procedure, say
  Resolution,   ///< that adopts a treaty
  Letter,       ///< of an exchange
  Instrument,   ///< another treaty in the same document, named by its title
  Quoted,       ///< what an amendment puts into another instrument
  Part,
  Title,
  Chapter,
  Section,
  Subsection,
  Rule,
  Regulation,
  Standard,
  Guideline,
  Principle,
  Clause,
  Article,
  Paragraph,
  Point
};

/// An instrument of its own within a document, with numbers of its own.
[[nodiscard]] constexpr bool is_component(ProvisionKind kind) {
  return kind >= ProvisionKind::Annex && kind <= ProvisionKind::Quoted;
}
/// Containers of units: parts, chapters, sections.
[[nodiscard]] constexpr bool gathers_units(ProvisionKind kind) {
  return kind >= ProvisionKind::Part && kind <= ProvisionKind::Subsection;
}
/// An article, or a unit used instead of articles, such as a rule. Each kind has its own numbering.
[[nodiscard]] constexpr bool is_unit(ProvisionKind kind) {
  return kind >= ProvisionKind::Rule && kind <= ProvisionKind::Article;
}

/// "part", "chapter", "rule", ... as in structure.jsonl and in the `kind` property.
[[nodiscard]] std::string_view name_of(ProvisionKind kind);
/// The kind called `name`, or an error that lists the kinds.
[[nodiscard]] Result<ProvisionKind> provision_kind(std::string_view name);

/// One step of an eId: "art_8bis" is {Article, "8bis"}; "preamble" is {Preamble, ""}.
struct EidStep {
  ProvisionKind kind = ProvisionKind::Article;
  std::string num;

  bool operator==(const EidStep&) const = default;
  /// Document order: by kind (articles before rules and the like), then by number ("2" < "10", "8" < "8bis" < "9",
  /// "II" < "IX", "b" < "aa").
  std::strong_ordering operator<=>(const EidStep& other) const;
};

/// A provision's place in its treaty. Sub-points are points in points.
/// Source of the naming: Akoma Ntoso Naming Convention 1.0, section 5 (eId).
class Eid {
 public:
  Eid() = default;
  explicit Eid(std::vector<EidStep> steps) : steps_(std::move(steps)) {}

  /// Reads "art_24__para_2"; the error names the step that is wrong and what is allowed there.
  [[nodiscard]] static Result<Eid> parse(std::string_view text);

  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] const std::vector<EidStep>& steps() const { return steps_; }
  [[nodiscard]] bool empty() const { return steps_.empty(); }
  [[nodiscard]] ProvisionKind kind() const { return steps_.back().kind; }

  [[nodiscard]] Eid child(ProvisionKind kind, std::string_view num) const;
  /// Without its last step. The parent of a single step is empty, because eIds do not contain the divisions above.
  [[nodiscard]] Eid parent() const;
  /// Whether `other` is this provision or inside it, as far as eIds tell.
  [[nodiscard]] bool contains(const Eid& other) const;

  bool operator==(const Eid&) const = default;
  std::strong_ordering operator<=>(const Eid& other) const;

 private:
  std::vector<EidStep> steps_;
};

/// As a lawyer writes it: "article 24, paragraph 2 (a)", "annex on chemicals, paragraph 3", "regulations, rule 20".
[[nodiscard]] std::string citation_of(const Eid& eid);

}  // namespace treatygraph
