#pragma once
// The answer to any question, for the server's routes, the command line, procedures and tools. Each of them reads it
// through the same interface, so none knows the questions, and a new question works everywhere at once.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/graph.h"
#include "queries/answer/answer_quality.h"
#include "queries/answer/procedure_rows.h"
#include "queries/formats/text/table.h"
#include "queries/questions/why_sentences.h"
#include "queries/request/scope.h"
#include "queries/request/truncation.h"

namespace treatygraph::queries {

class Notices;
class ShownFacts;

namespace formats {
class AnswerWriter;
class ViewBuilder;
}  // namespace formats

/// What a question found, and everything that can be made of it. Code that shows answers does not know the questions:
/// it uses this interface. Immutable.
class AnswerBody {
 public:
  AnswerBody() = default;
  virtual ~AnswerBody() = default;
  AnswerBody(const AnswerBody&) = delete;
  AnswerBody& operator=(const AnswerBody&) = delete;

  /// Writes the members of the answer's JSON object, between "snapshot" and "why".
  virtual void write_members(formats::AnswerWriter& out) const = 0;
  /// The answer as rows and columns, for CSV, NDJSON, HTML and terminals.
  [[nodiscard]] virtual formats::Table table(const Graph& graph) const = 0;
  /// Adds nodes and edges; false if the answer is not a graph.
  virtual bool draw(formats::ViewBuilder& view) const = 0;
  /// Whether people read it as a table, even if it can be drawn: the command line then prints rows.
  [[nodiscard]] virtual bool is_list() const = 0;
  /// The rows of the question's procedure; empty if it has none.
  [[nodiscard]] virtual ProcedureRows procedure_rows(const Graph& graph) const = 0;
  /// The nodes that can be cited, in order; they may repeat.
  [[nodiscard]] virtual std::vector<NodeId> works() const = 0;
  /// Adds the nodes and relationships that it shows, for the answer's quality.
  virtual void add_facts(ShownFacts& facts) const = 0;
  /// Adds notices about what the answer does not show.
  virtual void add_notices(Notices& notices) const = 0;
  /// Why it is not complete; empty if it is.
  [[nodiscard]] virtual const Truncated& truncated() const = 0;
  /// The cursor of the next page; empty on the last, and of answers without pages.
  [[nodiscard]] virtual std::string_view next_cursor() const = 0;
};

/// How the findings of one question are shown: functions that its file in the catalogue defines. Without `draw` the
/// answer is not a graph, without `works` it cannot be cited, without `rows` it has no procedure.
template <typename Found>
struct Showing {
  void (*members)(formats::AnswerWriter& out, const Found& found);
  formats::Table (*table)(const Graph& graph, const Found& found);
  void (*draw)(formats::ViewBuilder& view, const Found& found) = nullptr;
  ProcedureRows (*rows)(const Graph& graph, const Found& found) = nullptr;
  std::vector<NodeId> (*works)(const Found& found) = nullptr;
  void (*facts)(ShownFacts& facts, const Found& found) = nullptr;
  void (*notices)(Notices& notices, const Found& found) = nullptr;
  bool is_list = false;

  /// With further functions in any order, because each has a type of its own.
  template <typename... Functions>
  [[nodiscard]] static constexpr Showing by(decltype(members) write_members, decltype(table) table_of,
                                            Functions... further) {
    Showing showing{write_members, table_of};
    (showing.add(further), ...);
    return showing;
  }
  [[nodiscard]] constexpr Showing as_list() const {
    auto showing = *this;
    showing.is_list = true;
    return showing;
  }

 private:
  constexpr void add(decltype(draw) function) { draw = function; }
  constexpr void add(decltype(rows) function) { rows = function; }
  constexpr void add(decltype(works) function) { works = function; }
  constexpr void add(decltype(facts) function) { facts = function; }
  constexpr void add(decltype(notices) function) { notices = function; }
};

/// The findings of one question with their Showing, a constant that must outlive them. Found may have `truncated` and
/// `next_cursor`; if it does not, the answer is complete and has no pages.
template <typename Found>
class ShownBody final : public AnswerBody {
 public:
  ShownBody(Found found, const Showing<Found>& showing) : found_(std::move(found)), showing_(showing) {}

  [[nodiscard]] const Found& found() const { return found_; }

  void write_members(formats::AnswerWriter& out) const override { showing_.members(out, found_); }
  [[nodiscard]] formats::Table table(const Graph& graph) const override { return showing_.table(graph, found_); }
  bool draw(formats::ViewBuilder& view) const override {
    if (showing_.draw) showing_.draw(view, found_);
    return showing_.draw != nullptr;
  }
  [[nodiscard]] bool is_list() const override { return showing_.is_list; }
  [[nodiscard]] ProcedureRows procedure_rows(const Graph& graph) const override {
    return showing_.rows ? showing_.rows(graph, found_) : ProcedureRows();
  }
  [[nodiscard]] std::vector<NodeId> works() const override {
    return showing_.works ? showing_.works(found_) : std::vector<NodeId>();
  }
  void add_facts(ShownFacts& facts) const override {
    if (showing_.facts) showing_.facts(facts, found_);
  }
  void add_notices(Notices& notices) const override {
    if (showing_.notices) showing_.notices(notices, found_);
  }
  [[nodiscard]] const Truncated& truncated() const override {
    static const Truncated whole;
    if constexpr (requires { found_.truncated; }) {
      return found_.truncated;
    } else if constexpr (requires { found_.graph.truncated; }) {
      return found_.graph.truncated;
    } else {
      return whole;
    }
  }
  [[nodiscard]] std::string_view next_cursor() const override {
    if constexpr (requires { found_.next_cursor; }) return found_.next_cursor;
    return {};
  }

 private:
  Found found_;
  const Showing<Found>& showing_;
};

/// The result of a question, shared by everything that shows it.
struct Answer {
  std::shared_ptr<const AnswerBody> body;
  std::vector<std::string> warnings;          ///< "limit 5000 is more than 1000: 1000 was used"
  std::vector<Explanation> why = {};          ///< if requested
  std::optional<AnswerQuality> quality = {};  ///< if requested
  Scope scope = {};                           ///< the part of the graph that the question was asked about
};

using Warnings = std::vector<std::string>;

/// An answer or an error, with the warnings from parsing the parameters.
template <typename Found>
Result<Answer> answer_with(Result<Found> found, const Showing<Found>& showing, Warnings warnings = {},
                           std::vector<Explanation> why = {}) {
  if (!found) return fail(std::move(found.error()));
  return Answer{std::make_shared<ShownBody<Found>>(std::move(*found), showing), std::move(warnings), std::move(why)};
}

/// The findings, if the answer is one of the question that finds a Found; otherwise null.
template <typename Found>
[[nodiscard]] const Found* found_in(const Answer& answer) {
  const auto* body = dynamic_cast<const ShownBody<Found>*>(answer.body.get());
  return body == nullptr ? nullptr : &body->found();
}

}  // namespace treatygraph::queries
