/// One value as the common ancestor and both descendants hold it.
package struct ThreeWay<Value> {
  /// The value that both sides began with.
  package var base: Value
  /// The value that stays in place where nobody has decided.
  package var ours: Value
  /// The value that arrives.
  package var theirs: Value

  package init(base: Value, ours: Value, theirs: Value) {
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
  }

  /// The same part of all three.
  package func map<Part, Failure: Error>(
    _ part: (Value) throws(Failure) -> Part
  ) throws(Failure) -> ThreeWay<Part> {
    ThreeWay<Part>(base: try part(base), ours: try part(ours), theirs: try part(theirs))
  }

  /// The same with the sides exchanged.
  package var swapped: ThreeWay { ThreeWay(base: base, ours: theirs, theirs: ours) }
}

extension ThreeWay where Value: Equatable {
  /// The agreed value once unchanged sides give way; `nil` when both changed it differently.
  package var settled: Value? {
    if ours == theirs || theirs == base { ours } else if ours == base { theirs } else { nil }
  }
}

extension ThreeWay: Sendable where Value: Sendable {}
extension ThreeWay: Equatable where Value: Equatable {}
