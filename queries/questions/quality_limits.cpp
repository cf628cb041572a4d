#include "queries/questions/quality_limits.h"

#include <algorithm>

#include <fmt/format.h>

#include "graph/vocabulary.h"
#include "queries/questions/participation.h"
#include "queries/questions/quality.h"

namespace treatygraph::queries {
namespace {

constexpr double kWhole = 0.98;  ///< share of a document's words below which something was not read

/// The number of items in a property with one item per line.
std::size_t lines_of(std::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// Collects the sentences in the order in which they are read: what was read, gaps, counts, participation.
class Limits {
 public:
  Limits(const Graph& graph, const TreatyQuality& quality) : graph_(graph), quality_(quality) {}

  /// Nothing can be said of a treaty that was not loaded.
  std::vector<std::string> all() {
    if (!quality_.loaded) {
      say("it is cited and not loaded: only what others say of it is known");
      return std::move(sentences_);
    }
    say_what_was_read();
    say_gaps();
    say_count(quality_.unresolved_count, "citations name something that its text does not have");
    say_count(quality_.inferred_references, "references are not named by its words: somebody read them into it");
    say_count(quality_.references_to_unloaded, "references end at a treaty or a part that is not loaded");
    say_count(quality_.confidence.low, "relationships are of low confidence");
    say_count(lines_of(graph_.string(quality_.treaty, "text_contradicts")),
              "facts of the dataset are contradicted by the text");
    say_participation();
    return std::move(sentences_);
  }

 private:
  void say(std::string sentence) { sentences_.push_back(std::move(sentence)); }
  /// Counts of 0 are not worth a sentence.
  void say_count(std::size_t count, std::string_view what) {
    if (count > 0) say(fmt::format("{} {}", count, what));
  }

  /// Without a document, curated facts cannot be checked against words. Otherwise the share of words in provisions
  /// shows whether something was left out.
  void say_what_was_read() {
    const auto& document = quality_.document;
    const bool is_draft = !graph_.string(quality_.treaty, "version_of").empty();
    if (document.sha256.empty()) {
      say(is_draft ? "a draft that no text was read for: of its provisions only those are known that others name"
                   : "no text was read: what is curated has no quotes, offsets or pages, and citations that it lacks "
                     "are not known");
      return;
    }
    if (!document.words || *document.words == 0 || !document.words_read) return;
    const auto share = static_cast<double>(*document.words_read) / static_cast<double>(*document.words);
    if (share < kWhole) {
      say(fmt::format("{} of the {} words of its document are in no provision", *document.words - *document.words_read,
                      *document.words));
    }
  }

  /// The property lists one gap per line. The first kMost are given, the others counted.
  void say_gaps() {
    constexpr std::size_t kMost = 20;
    const auto gaps = graph_.string(quality_.treaty, property::kDocumentGaps);
    std::size_t count = 0;
    for (std::size_t at = 0; at < gaps.size() && count < kMost; ++count) {
      const auto end = std::min(gaps.find('\n', at), gaps.size());
      say(fmt::format("in its text, {}", gaps.substr(at, end - at)));
      at = end + 1;
    }
    if (lines_of(gaps) > count) say(fmt::format("{} more numbers are missing in its text", lines_of(gaps) - count));
  }

  /// Contradictions between reports and the list of acts, and what is unknown about entry into force.
  void say_participation() {
    const auto slug = graph_.key(quality_.treaty).substr(std::string_view("treaty:").size());
    const auto participation = participation_in(graph_, slug, {});
    if (!participation) return;
    for (auto& sentence : contradictions_in(graph_, *participation)) say(std::move(sentence));
    if (!participation->unknown_because.empty()) say(participation->unknown_because);
  }

  const Graph& graph_;
  const TreatyQuality& quality_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> known_limits(const Graph& graph, const TreatyQuality& quality) {
  return Limits(graph, quality).all();
}

}  // namespace treatygraph::queries
