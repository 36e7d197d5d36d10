internal import CGit2

/// Reads what lies in a quarantine, on a queue of its own because reading blocks.
actor QuarantineInspector {
  private let executor = RepositoryExecutor()

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Judges the tips, each by itself.
  ///
  /// - Returns: For each tip what it holds, or what is wrong with it.
  /// - Throws: when objects cannot be read.
  func admit(
    _ tips: [ObjectID], in quarantine: Quarantine, limits: AdmissionLimits
  ) throws(GitError) -> [Result<AdmissionReceipt, AdmissionProblem>] {
    let source = try StoredObjects(quarantine)
    var admission = Admission(source, limits: limits)
    var results: [Result<AdmissionReceipt, AdmissionProblem>] = []
    for tip in tips {
      do {
        results.append(.success(try admission.admit(tip)))
      } catch let problem as AdmissionProblem {
        results.append(.failure(problem))
      } catch let error as GitError {
        throw error
      } catch {
        throw GitError(.library, "\(error)", operation: "judge an arrival")
      }
    }
    return results
  }

  /// The ids among `ids` that neither the quarantine nor its target has.
  func missing(_ ids: [ObjectID], in quarantine: Quarantine) throws(GitError) -> [ObjectID] {
    let source = try StoredObjects(quarantine)
    var missing: [ObjectID] = []
    for id in ids where try source.header(of: id) == nil { missing.append(id) }
    return missing
  }
}
