// How a change works:
// 1. The sources that are kept beside the database are opened. They contain what was read from each document.
// 2. The named documents are read into a new store. The other sources are copied to it as bytes.
// 3. make_graph() names, links and writes all of them, as in a build. Only the reading of documents is saved. Linking
//    everything again makes the result equal to that of a build, because one treaty may change where the citations of
//    any other lead.

#include "ingest/build/change_sources.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ingest/build/kept_sources.h"
#include "ingest/build/parallel.h"
#include "ingest/build/source_list.h"
#include "ingest/curated/dataset.h"
#include "ingest/text/problems.h"

namespace treatygraph::ingest {
namespace {

using Kind = StoredSource::Kind;

/// The kind of a source in error messages.
std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::Dataset:
      return "dataset";
    case Kind::StatusPage:
      return "status page";
    case Kind::Statements:
      return "file of statements";
    default:
      return "text";
  }
}

/// One change. `sources_` begins with one place for each old source, so that sources keep their order. Removed sources
/// leave an empty place, and new ones are appended.
class ChangingSources {
 public:
  ChangingSources(const ChangeRequest& request, const SourceStore& old, NewSources& stored, const Progress& progress)
      : request_(request), old_(old), stored_(stored), progress_(progress) {}

  /// Reads the named sources. Nothing is written to the database yet.
  Result<void> change() {
    sources_.resize(old_.sources().size());
    switch (request_.kind) {
      case ChangeRequest::Kind::Add:
        return add();
      case ChangeRequest::Kind::Remove:
        return remove();
      case ChangeRequest::Kind::Update:
        return update();
    }
    return {};
  }

  /// Copies the other sources, then links and writes all.
  Result<MadeGraph> make() {
    if (auto taken = take_over(); !taken) return fail(taken.error());
    // As in a build, where texts of datasets come last.
    std::ranges::stable_partition(
        sources_, [](const auto& source) { return !source || source->item.kind != SourceItem::Kind::Text; });
    std::vector<BuildSource> all;
    for (auto& source : sources_) {
      if (source) all.push_back(*std::move(source));
    }
    if (all.empty()) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("nothing would be left in {}; remove the file itself", request_.database.string()));
    }
    auto made = make_graph(all, stored_, {request_.database, request_.pictures, true, true}, progress_);
    sort_out(std::move(all));
    if (!made && std::ranges::any_of(told_, [](const auto& source) { return !source.is_right(); })) {
      return fail(made.error().code, "a source is wrong, and nothing was changed");
    }
    return made;
  }

  [[nodiscard]] std::vector<BuildSource> told() && { return std::move(told_); }

 private:
  [[nodiscard]] const KeptSource& kept(std::size_t i) const { return old_.sources()[i]; }

  /// The old sources of a treaty.
  [[nodiscard]] std::vector<std::size_t> kept_of(std::string_view slug) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < old_.sources().size(); ++i) {
      if (kept(i).slug == slug) found.push_back(i);
    }
    return found;
  }

  [[nodiscard]] Error no_such_slug(std::string_view slug) const {
    std::vector<std::string_view> slugs;
    for (const auto& source : old_.sources()) slugs.push_back(source.slug);
    return {ErrorCode::NotFound, fmt::format("{}: {}", request_.database.string(),
                                             Problems::not_one_of("source of the treaty", slug, slugs))};
  }

  /// Reads sources into the new store. The error is that of the store, or says that a source is wrong; the report of
  /// that source says why. Images of text are recognised if this command or the earlier build asked for it.
  Result<std::vector<BuildSource>> read(const std::vector<std::string>& arguments, Pictures pictures) {
    BuildRequest request;
    request.sources = arguments;
    request.pictures = request_.pictures == Pictures::Recognise ? request_.pictures : pictures;
    auto read = read_into(stored_.store(), request, progress_);
    if (!read) return read;
    bool is_right = true;
    for (const auto& source : *read) {
      new_paths_.insert(source.item.path);
      is_right = is_right && source.is_right();
    }
    if (is_right) return read;
    std::ranges::move(*read, std::back_inserter(told_));
    return fail(ErrorCode::InvalidArgument, "a source is wrong, and nothing was changed");
  }

  Result<void> add() {
    auto read = this->read(request_.arguments, request_.pictures);
    if (!read) return fail(read.error());
    for (auto& source : *read) {
      if (auto is_new = must_be_new(source); !is_new) return is_new;
      sources_.emplace_back(std::move(source));
    }
    return {};
  }

  /// A treaty may have a text, a dataset and a status page, one of each, and any number of files of statements.
  [[nodiscard]] Result<void> must_be_new(const BuildSource& source) const {
    const auto& slug = source.kind == Kind::Dataset ? source.report.slug : source.item.slug;
    // A slug that is not known yet is checked when sources are named, in make_graph().
    if (source.kind == Kind::Statements || slug.empty()) return {};
    for (const auto i : kept_of(slug)) {
      if (kept(i).kind != source.kind) continue;
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: there is a {} of {} already, from {}; replace it with treatygraph-ingest update, or "
                              "give the new one a name of its own, SLUG=FILE",
                              request_.database.string(), name_of(source.kind), slug, kept(i).item.path.string()));
    }
    return {};
  }

  Result<void> remove() {
    for (const auto& slug : request_.arguments) {
      const auto found = kept_of(slug);
      if (found.empty()) return fail(no_such_slug(slug));
      for (const auto i : found) gone_.insert(i);
    }
    return {};
  }

  Result<void> update() {
    for (const auto& argument : request_.arguments) {
      const auto item = named_item(SourceItem::Kind::Document, argument);
      const auto slug = item.slug.empty() ? argument : item.slug;
      const auto found = kept_of(slug);
      if (found.empty()) return fail(no_such_slug(slug));
      auto done = item.slug.empty() ? read_again(found) : replace(slug, item.path, found);
      if (!done) return done;
    }
    return {};
  }

  /// Reads all files of one treaty again, from the same paths.
  Result<void> read_again(const std::vector<std::size_t>& found) {
    for (const auto i : found) {
      const bool is_of_dataset = kept(i).item.kind == SourceItem::Kind::Text && lies_in_a_dataset(i, found);
      // A dataset reads the text in its folder, so the text must not be read twice.
      if (is_of_dataset) continue;  // read with its dataset
      const auto& item = kept(i).item;
      const auto is_named = kept(i).kind != Kind::Dataset && !item.slug.empty();
      const auto argument = is_named ? fmt::format("{}={}", item.slug, item.path.string()) : item.path.string();
      auto read = this->read({argument}, kept(i).pictures);
      if (!read) return fail(read.error());
      take_place(i, *std::move(read));
    }
    return {};
  }

  /// Whether a text is inside the folder of one of these datasets. The path / "" makes "folder" and "folder/" equal.
  [[nodiscard]] bool lies_in_a_dataset(std::size_t text, const std::vector<std::size_t>& found) const {
    const auto folder = kept(text).item.path.parent_path();
    return std::ranges::any_of(
        found, [&](std::size_t i) { return kept(i).kind == Kind::Dataset && kept(i).item.path / "" == folder / ""; });
  }

  /// Replaces the source of the treaty that has the same kind as the new file.
  Result<void> replace(const std::string& slug, const std::filesystem::path& path,
                       const std::vector<std::size_t>& found) {
    const auto argument = is_dataset(path) ? path.string() : fmt::format("{}={}", slug, path.string());
    auto read = this->read({argument}, request_.pictures);
    if (!read) return fail(read.error());
    const auto& first = read->front();
    if (first.kind == Kind::Dataset && first.report.slug != slug) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{}: this is a dataset of {}, not of {}", first.report.source, first.report.slug, slug));
    }
    const auto same = std::ranges::find_if(found, [&](std::size_t i) { return kept(i).kind == first.kind; });
    if (same == found.end()) {
      return fail(ErrorCode::NotFound, fmt::format("{}: there is no {} of {}; add it with treatygraph-ingest add",
                                                   request_.database.string(), name_of(first.kind), slug));
    }
    take_place(*same, *std::move(read));
    return {};
  }

  /// Puts the first source that was read at the place of the old one. If it is a dataset, the text in its folder comes
  /// after it and replaces the old text.
  void take_place(std::size_t old, std::vector<BuildSource> read) {
    gone_.insert(old);
    read.front().item.kind = kept(old).item.kind;
    // A slug that the old build derived from the path or the title must be derived again, as a build would.
    const bool was_named_by_place = kept(old).item.slug.empty();
    if (was_named_by_place && read.front().kind != Kind::Dataset && read.front().item.path == kept(old).item.path) {
      read.front().item.slug.clear();
    }
    if (kept(old).kind == Kind::Dataset) {
      for (const auto i : kept_of(kept(old).slug)) {
        if (lies_in_a_dataset(i, {old})) gone_.insert(i);
      }
    }
    sources_[old] = std::move(read.front());
    std::move(read.begin() + 1, read.end(), std::back_inserter(sources_));
  }

  /// Copies the sources that are not named from the old store.
  Result<void> take_over() {
    // Places are filled by several threads, each its own.
    std::vector<Result<BuildSource>> taken(old_.sources().size(), fail(ErrorCode::NotFound, ""));
    for_each_in_parallel(old_.sources().size(), [&](std::size_t i) {
      if (!gone_.contains(i)) taken[i] = take_over(i);
    });
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (gone_.contains(i)) continue;
      if (!taken[i]) return fail(taken[i].error());
      sources_[i] = *std::move(taken[i]);
    }
    return {};
  }

  Result<BuildSource> take_over(std::size_t i) {
    const auto bytes = old_.bytes_at(kept(i).place);
    if (!bytes) return fail(bytes.error());
    auto source = stored_source_of(*bytes);
    if (!source) return fail(source.error());
    const auto place = stored_.store().append(*bytes);
    if (!place) return fail(place.error());
    source->item = kept(i).item;
    return build_source_of(*std::move(source), *place);
  }

  /// Reports only concern the sources that were read or that have errors.
  void sort_out(std::vector<BuildSource> all) {
    for (auto& source : all) {
      if (!source.is_right() || new_paths_.contains(source.item.path)) told_.push_back(std::move(source));
    }
  }

  const ChangeRequest& request_;
  const SourceStore& old_;
  NewSources& stored_;
  const Progress& progress_;
  std::vector<std::optional<BuildSource>> sources_;  ///< first those at the places of the old ones
  std::set<std::size_t> gone_;                       ///< indexes of old ones that are removed or replaced
  std::set<std::filesystem::path> new_paths_;
  std::vector<BuildSource> told_;
};

}  // namespace

Result<MadeGraph> change_sources(const ChangeRequest& request, std::vector<BuildSource>& told,
                                 const Progress& progress) {
  const auto old = open_kept_sources(request.database);
  if (!old) return fail(old.error());
  auto stored = NewSources::beside(request.database);
  if (!stored) return fail(stored.error());
  ChangingSources changing(request, *old, *stored, progress);
  const auto changed = changing.change();
  auto made = changed ? changing.make() : Result<MadeGraph>(fail(changed.error()));
  told = std::move(changing).told();
  return made;
}

}  // namespace treatygraph::ingest
