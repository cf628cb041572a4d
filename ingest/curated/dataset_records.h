#pragma once
// Makes nodes and relationships from the facts of a dataset.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/eid.h"
#include "graph/result.h"
#include "ingest/curated/dataset.h"
#include "ingest/records/source_records.h"

namespace treatygraph::ingest {

/// The error lists all problems in the order of files and lines: `dataset.problems`, and each row that points to
/// something that does not exist or that contradicts another row.
[[nodiscard]] Result<SourceRecords> records_of(const Dataset& dataset);

/// The state that the parts of records_of() share. Each part is a function, in a file of its own for each subject.
/// `dataset` must outlive it. Call the functions in the order of records_of(): later parts use what earlier ones noted.
class DatasetRecords {
 public:
  explicit DatasetRecords(const Dataset& dataset);

  void add_treaty();
  void add_provisions();
  void add_references();
  void add_terms();
  void add_offences_and_powers();
  void add_safeguards();  ///< after offences and powers, which they condition
  void add_participants();
  void add_events();
  void add_event_provisions();
  void add_votes();
  void add_versions();
  void add_statements();
  void add_correspondences();

  /// The records, or all problems.
  [[nodiscard]] Result<SourceRecords> finish();

 private:
  /// A row together with its table.
  struct RowAt {
    const Table& table;
    const CsvRow& row;
    [[nodiscard]] const std::string& operator[](std::string_view column) const { return table.at(row, column); }
  };

  template <typename Each>
  static void for_each_row(const Table& table, Each each) {
    for (const auto& row : table.rows()) each(RowAt{table, row});
  }

  /// Provenance from the columns `confidence` and `source`.
  [[nodiscard]] static Properties why(const RowAt& row);
  /// The key of a provision of the treaty.
  [[nodiscard]] std::string key_of(std::string_view eid) const;
  /// Adds a node, or reports that its key exists already. `place` is the row or member that makes it.
  void node(std::string_view place, std::string key, std::vector<std::string> labels, Properties properties);
  void node(const RowAt& row, std::string key, std::vector<std::string> labels, Properties properties);
  /// Reports a problem with a cell. Only the first problem of a cell is kept.
  void problem(const RowAt& row, std::string_view column, std::string_view what);
  /// Adds a relationship.
  void relate(std::string_view type, std::string from, std::string to, Properties properties);
  /// Whether `value` is one of `known`. If not, and `tells_all` says that `known` is complete, reports it with the
  /// nearest known word. `tells_all` is false if the table of known words could not be read: its problems were
  /// reported, and should not be repeated for each row that refers to it.
  bool check(const RowAt& row, std::string_view column, std::string_view what, std::string_view value,
             const std::vector<std::string_view>& known, bool tells_all = true);
  bool check_instrument(const RowAt& row);
  bool check_eid(const RowAt& row, std::string_view column);
  bool check_participant(const RowAt& row, std::string_view column, std::string_view key);
  /// Whether the cell is a version of treaty.json or one of `also`.
  bool check_version(const RowAt& row, std::string_view column, std::vector<std::string_view> also);
  [[nodiscard]] std::optional<std::string> whole_of(const RowAt& row, const Eid& eid);
  [[nodiscard]] std::optional<std::string> named_whole(const RowAt& row, const Eid& eid);
  void add_state(const RowAt& row);
  /// Provisions [first, last) in document order.
  struct Span {
    std::size_t first, last;
  };
  /// The provision and everything in it. Valid after add_provisions().
  [[nodiscard]] Span span_of(std::string_view eid) const;
  [[nodiscard]] std::vector<std::string> expand_range(const RowAt& row, std::string_view range);
  void add_condition(const RowAt& row, const std::string& safeguard, const std::string& eid);
  void add_action(const RowAt& row);
  [[nodiscard]] std::unordered_map<std::string_view, std::string_view> dates_of_events() const;
  bool check_event(const RowAt& row, const std::unordered_map<std::string_view, std::string_view>& dates);
  void draft_provision(const std::string& slug, const Eid& eid, const Properties& why);
  void placeholder_provision(const std::string& slug, const Eid& eid);
  void address(const RowAt& row, const std::string& statement, const std::string& slug);
  void address(const RowAt& row, const std::string& statement, const std::string& slug, const Eid& eid, Properties how);

  /// An offence or a power, and its provision.
  struct Conditioned {
    std::string key;
    std::string eid;
  };

  const Dataset& dataset_;
  const std::string& slug_;
  Problems problems_;
  SourceRecords out_;
  std::map<std::string, std::string> keys_;                  ///< keys of nodes, with the place that created each
  std::vector<std::string_view> eids_;                       ///< in document order
  std::unordered_map<std::string_view, std::size_t> place_;  ///< of an eId in eids_
  std::vector<std::size_t> span_end_;                        ///< parallel to eids_
  std::vector<std::string_view> participants_;
  std::vector<Conditioned> conditioned_;
  std::map<std::string, std::map<Eid, Properties>> drafts_;  ///< by version's slug
};

}  // namespace treatygraph::ingest
