/// The version of the kit format that this program reads and writes.
package let formatVersion = 1
