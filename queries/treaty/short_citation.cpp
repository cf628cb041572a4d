#include "queries/treaty/short_citation.h"

#include "graph/vocabulary.h"

namespace treatygraph::queries {
namespace {

/// Kinds without a usual abbreviation are written in full.
std::string_view abbreviation(ProvisionKind kind) {
  switch (kind) {
    case ProvisionKind::Part:
      return "pt.";
    case ProvisionKind::Chapter:
      return "ch.";
    case ProvisionKind::Section:
      return "sec.";
    case ProvisionKind::Article:
      return "art.";
    case ProvisionKind::Paragraph:
      return "para.";
    default:
      return name_of(kind);
  }
}

bool begins_with_digit(std::string_view num) {
  return !num.empty() && num.front() >= '0' && num.front() <= '9';
}

/// Whether the step is written in brackets. "(2)" after an article is its paragraph, "(a)" its point; further inside,
/// brackets are points. Other combinations are spelled out: a paragraph "a" and a point "1" would look like the other
/// kind.
bool stands_in_brackets(const EidStep& step, const EidStep& above) {
  if (step.num.empty()) return false;
  if (step.kind == ProvisionKind::Paragraph) {
    return is_unit(above.kind) && begins_with_digit(step.num);
  }
  if (step.kind != ProvisionKind::Point) return false;
  if (is_unit(above.kind)) return !begins_with_digit(step.num);
  return above.kind == ProvisionKind::Paragraph || above.kind == ProvisionKind::Point;
}

}  // namespace

std::string short_citation(const Eid& eid) {
  std::string words;
  const EidStep* above = nullptr;
  for (const auto& step : eid.steps()) {
    if (above != nullptr && stands_in_brackets(step, *above)) {
      words.append("(").append(step.num).append(")");
    } else {
      if (!words.empty()) words += ", ";
      words += abbreviation(step.kind);
      if (!step.num.empty()) words.append(" ").append(step.num);
    }
    above = &step;
  }
  if (words.starts_with("preamble")) words.front() = 'P';
  return words;
}

std::string short_citation(const Graph& graph, NodeId node) {
  const auto text = graph.string(node, property::kEid);
  if (text.empty()) return {};
  const auto eid = Eid::parse(text);
  return eid ? short_citation(*eid) : std::string(text);
}

/// Things that provisions carry name their treaty in a property; provisions may only do so in their key.
std::string_view treaty_slug(const Graph& graph, NodeId node) {
  const auto own = graph.has_label(node, label::kTreaty) ? graph.string(node, property::kSlug) : std::string_view{};
  if (!own.empty()) return own;
  const auto of = graph.string(node, property::kTreaty);
  if (!of.empty() || !graph.has_label(node, label::kProvision)) return of;
  const auto key = graph.key(node);
  return key.substr(0, key.find(':'));
}

}  // namespace treatygraph::queries
