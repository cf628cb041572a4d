// How a citation is put together: title, when and how the treaty was made, the series or document that prints it, and
// the pinpoint. The two styles order and abbreviate these parts differently. The series is the first known of the UN
// Treaty Series, the treaty series of the Council of Europe, and the UN document symbol.

#include "queries/questions/cite.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/eid.h"
#include "graph/key.h"
#include "graph/vocabulary.h"
#include "queries/questions/participation.h"
#include "queries/request/find_node.h"
#include "queries/request/property_number.h"
#include "queries/treaty/short_citation.h"
#include "queries/treaty/titles.h"

namespace treatygraph::queries {
namespace {

/// OSCOLA for footnotes in British law journals, Bluebook for those in American ones.
enum class Style : std::uint8_t { Oscola, Bluebook };

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
/// The Bluebook's abbreviations; May, June and July are not abbreviated.
constexpr std::array<std::string_view, 12> kBluebookMonths = {"Jan.", "Feb.", "Mar.",  "Apr.", "May",  "June",
                                                              "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."};

/// 0 if the text does not begin with a number.
int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// A date in words: "24 December 2024" or "Dec. 24, 2024". A month or a year alone is given as it is known.
std::string date_in(std::string_view iso, Style style) {
  if (iso.size() < 7) return std::string(iso);
  const auto month = number_in(iso.substr(5, 2));
  if (month < 1 || month > 12) return std::string(iso);
  const auto year = iso.substr(0, 4);
  const auto name = (style == Style::Oscola ? kMonths : kBluebookMonths).at(static_cast<std::size_t>(month - 1));
  if (iso.size() < 10) return fmt::format("{} {}", name, year);
  const auto day = number_in(iso.substr(8, 2));
  return style == Style::Oscola ? fmt::format("{} {} {}", day, name, year) : fmt::format("{} {}, {}", name, day, year);
}

/// The items of a list separated by ';'.
std::vector<std::string_view> listed(std::string_view list) {
  std::vector<std::string_view> all;
  while (!list.empty()) {
    const auto end = std::min(list.find(';'), list.size());
    all.push_back(list.substr(0, end));
    list.remove_prefix(std::min(list.size(), end + 1));
  }
  return all;
}

/// A title in title case, for titles that are printed in capitals: "LAKES CONVENTION" becomes "Lakes Convention".
std::string with_capitals_at_heads(std::string_view title) {
  // Articles, conjunctions and short prepositions, which stay in lower case unless they are the first word.
  constexpr std::array<std::string_view, 16> kSmall = {"a",   "an", "and", "against", "as", "at",  "between", "by",
                                                       "for", "in", "of",  "on",      "or", "the", "to",      "with"};
  std::string words;
  std::size_t begin = 0;
  while (begin < title.size()) {
    auto end = title.find(' ', begin);
    end = end == std::string_view::npos ? title.size() : end + 1;
    auto word = lower_case(title.substr(begin, end - begin));
    const auto bare = std::string_view(word).substr(0, word.find_last_not_of(' ') + 1);
    const bool small = begin > 0 && std::ranges::find(kSmall, bare) != kSmall.end();
    if (!small && !word.empty()) word[0] = upper(word[0]);
    words += word;
    begin = end;
  }
  return words;
}

/// A title in capitals is replaced by an alias with the same letters, which knows the capitals of names; otherwise its
/// words are capitalised by rule.
std::string full_title(const Graph& graph, NodeId treaty) {
  const auto title = graph.string(treaty, property::kTitle);
  if (title.empty()) return title_of(graph, treaty);
  if (!is_all_upper(title)) return std::string(title);
  for (const auto name : listed(graph.string(treaty, "aliases"))) {
    if (equal_but_for_case(name, title) && !is_all_upper(name)) return std::string(name);
  }
  return with_capitals_at_heads(title);
}

/// The parts of "I-40916, vol. 2296".
struct Unts {
  std::string number;
  std::string volume;
};

/// A registration number, a volume, or both may be given.
Unts unts_of(std::string_view text) {
  constexpr std::string_view kVolume = "vol. ";
  Unts unts;
  const auto volume = text.find(kVolume);
  unts.number = text.substr(0, std::min(text.find(','), volume));
  if (volume != std::string_view::npos) unts.volume = text.substr(volume + kVolume.size());
  return unts;
}

/// Collects the parts of a citation once; each style then writes them.
class Footnote {
 public:
  Footnote(const Graph& graph, NodeId of, NodeId treaty, const Scope& scope)
      : graph_(graph), of_(of), treaty_(treaty), scope_(scope) {
    title_ = full_title(graph, treaty);
    short_title_ = said("short_title");
    if (equal_but_for_case(title_, short_title_)) short_title_.clear();
    const auto draft_of = graph.find(treaty_key(said("version_of")));
    if (draft_of) {
      const auto whole = graph.string(*draft_of, "short_title");
      title_ += fmt::format(" of the {}", whole.empty() ? title_of(graph, *draft_of) : std::string(whole));
    }
  }

  /// Title, dates in brackets, series, short title in brackets, pinpoint.
  [[nodiscard]] std::string oscola() const {
    auto words = title_;
    const auto made = dates();
    if (!made.empty()) words += fmt::format(" ({})", made);
    const auto series = series_in(Style::Oscola);
    if (!series.empty()) words += " " + series;
    if (!short_title_.empty()) words += fmt::format(" ({})", short_title_);
    const auto pinpoint = pinpoint_in(Style::Oscola);
    return pinpoint.empty() ? words : words + " " + pinpoint;
  }

  /// Title, pinpoint, date, series, all separated by commas.
  [[nodiscard]] std::string bluebook() const {
    auto words = title_;
    const auto pinpoint = pinpoint_in(Style::Bluebook);
    if (!pinpoint.empty()) words += " " + pinpoint;
    const auto [how, date] = made();
    if (!date.empty()) words += fmt::format(", {}{}{}", how, how.empty() ? "" : " ", date_in(date, Style::Bluebook));
    const auto series = series_in(Style::Bluebook);
    if (!series.empty()) words += ", " + series;
    return words.ends_with('.') ? words : words + ".";
  }

  /// The short title if there is one, the document symbol, and the pinpoint in full words.
  [[nodiscard]] std::string plain() const {
    auto words = short_title_.empty() ? title_ : short_title_;
    const auto symbol = said("symbol");
    if (!symbol.empty()) words += fmt::format(" ({})", symbol);
    const auto eid = Eid::parse(graph_.string(of_, property::kEid));
    return eid ? fmt::format("{}, {}", words, citation_of(*eid)) : words;
  }

 private:
  /// Points into the graph.
  [[nodiscard]] std::string_view said(std::string_view name) const { return graph_.string(treaty_, name); }

  /// How and when a treaty was made; both may be empty.
  struct Made {
    std::string_view how;
    std::string date;
  };
  /// The date on which the treaty was opened for signature or adopted, or its own date.
  [[nodiscard]] Made made() const {
    if (const auto date = said("opened_for_signature"); !date.empty())
      return {"opened for signature", std::string(date)};
    if (const auto date = said("adopted"); !date.empty()) return {"adopted", std::string(date)};
    if (const auto date = said("signed"); !date.empty()) return {"signed", std::string(date)};
    if (const auto date = said("date"); !date.empty()) return {"", std::string(date)};
    const auto year = whole_number(graph_, treaty_, "year");
    return {"", year ? std::to_string(*year) : std::string()};
  }

  /// When the treaty was made and whether it is in force, for the brackets of OSCOLA.
  [[nodiscard]] std::string dates() const {
    const auto [how, date] = made();
    auto words =
        date.empty() ? std::string() : fmt::format("{}{}{}", how, how.empty() ? "" : " ", date_in(date, Style::Oscola));
    if (const auto force = force_in_words(); !force.empty()) words += (words.empty() ? "" : ", ") + force;
    return words;
  }

  /// The date on which the treaty entered into force, as stated by the data or as computed from its parties
  /// (participation.h). Empty if neither is known.
  [[nodiscard]] std::string force_in_words() const {
    if (const auto date = said(property::kEntryIntoForce); !date.empty() && happened_by(date, scope_.as_of)) {
      return "entered into force " + date_in(date, Style::Oscola);
    }
    const auto participation = participation_in(graph_, treaty_slug(graph_, treaty_), scope_);
    if (!participation) return {};
    if (participation->in_force == false) return "not yet in force";
    if (participation->in_force == true && !participation->entry_into_force.empty()) {
      return "entered into force " + date_in(participation->entry_into_force, Style::Oscola);
    }
    return {};
  }

  /// The series that prints the treaty; empty if none is known.
  [[nodiscard]] std::string series_in(Style style) const {
    const bool oscola = style == Style::Oscola;
    const auto unts = unts_of(said("unts"));
    const auto name = oscola ? std::string_view("UNTS") : std::string_view("U.N.T.S.");
    if (!unts.volume.empty()) return fmt::format("{} {}", unts.volume, name);
    if (!unts.number.empty()) return fmt::format("{} {} {}", name, oscola ? "Reg No" : "Reg. No.", unts.number);
    for (const auto number : listed(said("numbers"))) {
      for (const std::string_view series : {"CETS", "ETS"}) {
        if (!number.starts_with(series) || number.size() <= series.size() + 1) continue;
        const auto digits = number.substr(series.size() + 1);
        if (oscola) return fmt::format("{} {}", series, digits);
        return fmt::format("{}E.T.S. No. {}", series == "CETS" ? "C." : "", digits);
      }
    }
    const auto symbol = said("symbol");
    if (symbol.empty()) return {};
    return fmt::format("{} {}", oscola ? "UN Doc" : "U.N. Doc.", symbol);
  }

  /// The pinpoint in a style, derived from the short citation: "art 24(2)" in OSCOLA, which has no points, and "art.
  /// 24(2)", "pmbl.", "§ 1" in Bluebook.
  [[nodiscard]] std::string pinpoint_in(Style style) const {
    auto words = short_citation(graph_, of_);
    const auto replace = [&](std::string_view from, std::string_view to) {
      for (auto at = words.find(from); at != std::string::npos; at = words.find(from, at + to.size())) {
        if (at == 0 || words[at - 1] == ' ') words.replace(at, from.size(), to);
      }
    };
    if (style == Style::Bluebook) {
      replace("Preamble", "pmbl.");
      replace("sec. ", "§ ");
      return words;
    }
    replace("Preamble", "preamble");
    replace("sec. ", "s ");
    for (const std::string_view word : {"art. ", "ch. ", "pt. ", "para. "}) {
      replace(word, std::string(word.substr(0, word.size() - 2)) + " ");
    }
    return words;
  }

  const Graph& graph_;
  NodeId of_;
  NodeId treaty_;
  const Scope& scope_;
  std::string title_;
  std::string short_title_;
};

}  // namespace

Result<Citation> cite(const Graph& graph, std::string_view of, const Scope& scope) {
  const auto node = find_node(graph, of);
  if (!node) return fail(node.error());
  if (const auto scope_filter = ScopeFilter::of(graph, scope); !scope_filter) return fail(scope_filter.error());
  const auto treaty = graph.find(treaty_key(treaty_slug(graph, *node)));
  const bool is_cited_so = graph.has_label(*node, label::kTreaty) || graph.has_label(*node, label::kProvision);
  if (!treaty || !is_cited_so) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} is no treaty and no provision of one; expected a key such as uncc:art_24__para_2", of));
  }
  const Footnote footnote(graph, *node, *treaty, scope);
  return Citation{*node, *treaty, footnote.oscola(), footnote.bluebook(), footnote.plain()};
}

}  // namespace treatygraph::queries
